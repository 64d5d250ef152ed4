// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers rounded to six decimals, half to even: what two tools can agree on to the last digit. */
public final class Rounding {
    private static final BigDecimal MICROS_PER_SECOND = BigDecimal.valueOf(1_000_000);

    private Rounding() {}

    /** Any number. */
    public static double six(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Whole microseconds as seconds. */
    public static double seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).doubleValue();
    }

    /** Microseconds as seconds. */
    public static double seconds(double micros) {
        return new BigDecimal(micros)
                .divide(MICROS_PER_SECOND)
                .setScale(6, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** Mean of durations in seconds. */
    public static double meanSeconds(Distribution durations) {
        return six(durations.sum() / 1e6 / durations.n());
    }
}
