// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.analyze;

import java.math.BigDecimal;
import java.math.RoundingMode;
import se.malbild.friction.kernel.Distribution;

/** Numbers rounded to six decimals, half to even. */
final class Rounding {
    private static final BigDecimal MICROS_PER_SECOND = BigDecimal.valueOf(1_000_000);

    private Rounding() {}

    static double six(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }

    static double seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).doubleValue();
    }

    static double seconds(double micros) {
        return new BigDecimal(micros).divide(MICROS_PER_SECOND).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }

    static double meanSeconds(Distribution durations) {
        return six(durations.sum() / 1e6 / durations.n());
    }
}
