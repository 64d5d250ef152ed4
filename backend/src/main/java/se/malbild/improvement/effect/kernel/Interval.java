// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

/** An estimate with its 95 % interval. */
public record Interval(double estimate, double low, double high) {
    /** By Student's t; an error of 0 gives an interval of no width. */
    static Interval of(double estimate, double error, int degreesOfFreedom) {
        double half = StudentT.of95(degreesOfFreedom) * error;
        return new Interval(estimate, estimate - half, estimate + half);
    }

    /** Whether 0 is in it: nothing is then said to have changed. */
    public boolean holdsZero() {
        return low <= 0 && high >= 0;
    }
}
