// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import org.apache.commons.statistics.distribution.TDistribution;

/** An estimate with its 95 % interval. */
public record Interval(double estimate, double low, double high) {
    private static final double BOTH_TAILS = 0.025;

    /** By Student's t; an error of 0 gives an interval of no width. */
    static Interval of(double estimate, double error, int degreesOfFreedom) {
        double half = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(BOTH_TAILS) * error;
        return new Interval(estimate, estimate - half, estimate + half);
    }

    /** Whether 0 is in it: nothing is then said to have changed. */
    public boolean holdsZero() {
        return low <= 0 && high >= 0;
    }
}
