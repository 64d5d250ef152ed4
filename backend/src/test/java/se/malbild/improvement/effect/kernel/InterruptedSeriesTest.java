// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The fit of an interrupted series, its Newey–West intervals, and months that are missing. */
class InterruptedSeriesTest {
    private static final double[] NOISY = {
        20.3, 19.6, 21.1, 20.2, 19.9, 20.8, 21.4, 20.1, 20.9, 21.6, 20.7, 21.3, 17.1, 15.6, 16.4, 15.2, 15.9, 14.6,
        15.7, 14.4, 14.9, 13.8, 14.6, 13.5
    };

    /** Reckoned by itself with exact fractions: Σ over |i − j| ≤ 2 of (1 − |i − j|/3)·e(i)e(j)·x(i)x(j)', times 24/20, t(20). */
    @Test
    void theIntervalsAreThoseOfNeweyAndWest() {
        InterruptedSeries fitted = InterruptedSeries.of(numbers(NOISY.length), 12, NOISY);

        assertThat(fitted.level().estimate()).isEqualTo(-4.7991841491841765, within(1e-9));
        assertThat(fitted.level().low()).isEqualTo(-5.314766694114008, within(1e-9));
        assertThat(fitted.level().high()).isEqualTo(-4.283601604254345, within(1e-9));
        assertThat(fitted.slope().low()).isEqualTo(-0.41051194538913227, within(1e-9));
        assertThat(fitted.slope().high()).isEqualTo(-0.2943831595059704, within(1e-9));
    }

    @Test
    void aMissingMonthDoesNotBendTheLine() {
        double[] times = {0, 1, 3, 4, 5, 8, 9, 11, 12, 13};
        double[] values =
                Arrays.stream(times).map(t -> t < 8 ? 50 + 2 * t : 40 + t).toArray();

        InterruptedSeries fitted = InterruptedSeries.of(times, 8, values);

        assertThat(fitted.trend()).isEqualTo(2, within(1e-9));
        assertThat(fitted.level().estimate()).isEqualTo(-18, within(1e-9));
        assertThat(fitted.slope().estimate()).isEqualTo(-1, within(1e-9));
    }

    private static double[] numbers(int n) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
