// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import java.util.Arrays;

/** The straight line of least squares through values over time: change per period with its 95 % interval. */
final class Slope {
    /** Sums of ten thousand terms may be off by this part of their size; a smaller slope is none. */
    private static final double ROUNDING = 1e-9;

    private Slope() {}

    /** @param times number of each period, at least three of them */
    static Interval of(double[] times, double[] values) {
        int n = values.length;
        double meanTime = Arrays.stream(times).average().orElseThrow();
        double mean = Arrays.stream(values).average().orElseThrow();
        double square = 0;
        double cross = 0;
        for (int i = 0; i < n; i++) {
            square += (times[i] - meanTime) * (times[i] - meanTime);
            cross += (times[i] - meanTime) * (values[i] - mean);
        }
        double slope = cross / square;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double off = values[i] - mean - slope * (times[i] - meanTime);
            residual += off * off;
        }
        double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return Math.abs(slope) <= ROUNDING * size
                ? Interval.of(0, Math.sqrt(residual / (n - 2) / square), n - 2)
                : Interval.of(slope, Math.sqrt(residual / (n - 2) / square), n - 2);
    }
}
