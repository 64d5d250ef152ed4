// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.Arrays;

/**
 * Durations of many things, exact.
 *
 * @param sortedMicros in rising order; may be empty
 */
public record Distribution(long[] sortedMicros) {

    /** Sorts {@code micros} in place and wraps them. */
    public static Distribution of(long[] micros) {
        Arrays.sort(micros);
        return new Distribution(micros);
    }

    /** How many. */
    public int n() {
        return sortedMicros.length;
    }

    /** Sum in microseconds. */
    public long sum() {
        long sum = 0;
        for (long each : sortedMicros) {
            sum += each;
        }
        return sum;
    }

    public long min() {
        return sortedMicros[0];
    }

    public long max() {
        return sortedMicros[sortedMicros.length - 1];
    }

    /**
     * The q-quantile, linear between the closest ranks: position (n − 1)·q, as SQL's PERCENTILE_CONT; of an even number the median is the
     * mean of the two in the middle.
     */
    public double quantile(double q) {
        double position = (n() - 1) * q;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, n() - 1);
        return sortedMicros[below] + (position - below) * (sortedMicros[above] - sortedMicros[below]);
    }

    /** The ⌈q·n⌉-th value. */
    public long nearestRank(double q) {
        return sortedMicros[Math.max(0, (int) Math.ceil(q * n()) - 1)];
    }

    /** The value half have at most. */
    public double median() {
        return quantile(0.5);
    }
}
