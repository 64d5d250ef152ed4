// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

/** How much of a group's answers may be shown [distributionView] (SCORING §4, k = 5). */
public enum DistributionView {
    /** Fewer than 5 answers: nothing, in the same words whatever the number. */
    NONE,
    /** 5–9 answers: the level and the agreement in a word. */
    LEVEL,
    /** From 10 answers: also the counts, the figure A and an interval. */
    DISTRIBUTION;

    /** Fewest answers of which anything is shown. */
    public static final int K = 5;
    /** Fewest answers of which the counts are shown. */
    public static final int WHOLE = 10;

    /** What may be shown of {@code n} answers. */
    public static DistributionView of(int n) {
        return n < K ? NONE : n < WHOLE ? LEVEL : DISTRIBUTION;
    }
}
