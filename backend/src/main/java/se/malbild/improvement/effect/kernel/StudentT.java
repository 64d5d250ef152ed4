// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t. */
final class StudentT {
    private static final double EACH_TAIL = 0.025;

    private StudentT() {}

    /** The quantile that leaves 2.5 % above, for a two-sided interval of 95 %. */
    static double of95(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(EACH_TAIL);
    }
}
