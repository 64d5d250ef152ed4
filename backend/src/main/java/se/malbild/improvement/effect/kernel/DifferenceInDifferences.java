// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import java.util.Arrays;

/**
 * Difference in differences against units without the change [did]: (after − before) where the change was made minus (after − before)
 * where it was not, on medians of the periods.
 *
 * @param changed after − before where the change was made
 * @param unchanged the same where it was not
 */
public record DifferenceInDifferences(double changed, double unchanged) {

    /** From values of periods before and after, in both kinds of units. */
    public static DifferenceInDifferences of(
            double[] before, double[] after, double[] otherBefore, double[] otherAfter) {
        return new DifferenceInDifferences(median(after) - median(before), median(otherAfter) - median(otherBefore));
    }

    /** What is left when what happened everywhere is taken away. */
    public double difference() {
        return changed - unchanged;
    }

    /**
     * Whether the two went the same way before: the 95 % interval of the slope of their difference, period by period, holds 0. A shock
     * that met both is thereby left out.
     *
     * @param times number of each period; the values are of the same periods
     */
    public static boolean similarBefore(double[] times, double[] before, double[] otherBefore) {
        double[] apart = new double[before.length];
        Arrays.setAll(apart, i -> before[i] - otherBefore[i]);
        return Slope.of(times, apart).holdsZero();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
