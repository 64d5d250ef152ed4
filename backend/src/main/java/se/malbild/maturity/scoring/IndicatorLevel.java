// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which level an indicator's value indicates [indicatorLevel]. */
public final class IndicatorLevel {
    private IndicatorLevel() {}

    /** Whether a higher or a lower value is better. */
    public enum Direction {
        HIGHER,
        LOWER
    }

    /**
     * Place of the level: 1 + the number of cuts the value reaches (≥ where higher is better, ≤ where lower is).
     *
     * @param cuts limits between the levels, K − 1 of them
     * @param n what the value was computed over
     * @param minCount with a smaller {@code n} there is no level
     */
    public static @Nullable Integer of(
            Direction direction, List<Double> cuts, @Nullable Double value, long n, int minCount) {
        if (value == null || n < minCount) {
            return null;
        }
        double measured = value;
        return 1
                + (int) cuts.stream()
                        .filter(cut -> direction == Direction.HIGHER ? measured >= cut : measured <= cut)
                        .count();
    }
}
