// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.Optional;

/**
 * How far one group places itself above another [cliffsDelta]: δ = (#(x &gt; y) − #(x &lt; y)) / (n₁ · n₂). Kept as whole numbers, so that a
 * limit between two words is never decided by rounding.
 *
 * <p>Source: N. Cliff, "Dominance statistics", Psychological Bulletin 114 (1993); limits after Romano et al. (2006).
 *
 * @param surplus #(x &gt; y) − #(x &lt; y)
 * @param pairs n₁ · n₂, above zero
 */
public record CliffsDelta(long surplus, long pairs) {

    /** δ of {@code group} against {@code other}; empty when either has no answer with a level. */
    public static Optional<CliffsDelta> of(Counts group, Counts other) {
        if (group.levels() != other.levels()) {
            throw new IllegalArgumentException("both groups answer on the same scale");
        }
        long pairs = (long) group.n() * other.n();
        if (pairs == 0) {
            return Optional.empty();
        }
        long surplus = 0;
        for (int i = 0; i < group.levels(); i++) {
            for (int j = 0; j < other.levels(); j++) {
                surplus += Integer.signum(i - j)
                        * (long) group.perLevel().get(i)
                        * other.perLevel().get(j);
            }
        }
        return Optional.of(new CliffsDelta(surplus, pairs));
    }

    /** δ as a number in [−1, 1]. */
    public double value() {
        return (double) surplus / pairs;
    }

    /** |δ| in a word. */
    public Magnitude magnitude() {
        return isBelow(147)
                ? Magnitude.NEGLIGIBLE
                : isBelow(330) ? Magnitude.SMALL : isBelow(474) ? Magnitude.MEDIUM : Magnitude.LARGE;
    }

    /** Whether |δ| &lt; thousandths / 1000. */
    private boolean isBelow(int thousandths) {
        return Math.multiplyExact(Math.abs(surplus), 1000L) < Math.multiplyExact(pairs, (long) thousandths);
    }

    /** |δ| in a word: below 0.147 negligible, below 0.33 small, below 0.474 medium, otherwise large. */
    public enum Magnitude {
        NEGLIGIBLE,
        SMALL,
        MEDIUM,
        LARGE
    }
}
