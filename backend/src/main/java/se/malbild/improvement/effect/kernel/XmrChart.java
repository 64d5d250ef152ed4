// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * A control chart of single values (styrdiagram, XmR) with limits from a baseline [xmr].
 *
 * <p>Source: D. J. Wheeler, "Understanding Variation" (1993): natural process limits at mean ± 2.66 · mean moving range, upper range limit
 * at 3.267 · mean moving range.
 *
 * @param centre mean of the baseline
 * @param meanRange mean of the moving ranges |x(i) − x(i−1)|
 * @param upper upper limit, of a share at most 1
 * @param lower lower limit, of a share at least 0
 * @param rangeUpper upper limit of a moving range
 * @param upperCut whether the upper limit was cut at 1: then nothing is a signal on that side by rule 1 or 3
 * @param lowerCut the same of 0
 * @param periods length of the baseline
 */
public record XmrChart(
        double centre,
        double meanRange,
        double upper,
        double lower,
        double rangeUpper,
        boolean upperCut,
        boolean lowerCut,
        int periods) {
    /** With fewer baseline periods than this nothing is said. */
    public static final int FEWEST = 8;
    /** With fewer than this what is said is preliminary (preliminär). */
    public static final int FIRM = 12;

    private static final double LIMIT = 2.66;
    private static final double RANGE_LIMIT = 3.267;
    private static final int RUN = 8;
    private static final int WINDOW = 4;
    private static final int NEAR = 3;

    /** Side of the centre a signal is on. */
    public enum Side {
        ABOVE,
        BELOW
    }

    /**
     * A value that the baseline's own variation does not explain.
     *
     * @param index place among the values
     * @param rule 1 outside a limit; 2 eight in a row on one side; 3 three of four nearer the limit than the centre
     */
    public record Signal(int index, int rule, Side side) {}

    /** Limits from {@code baseline}, at least two values in order of time. */
    public static XmrChart of(double[] baseline, boolean share) {
        if (baseline.length < 2) {
            throw new IllegalArgumentException("a chart needs at least two values");
        }
        double centre = Arrays.stream(baseline).average().orElseThrow();
        double ranges = 0;
        for (int i = 1; i < baseline.length; i++) {
            ranges += Math.abs(baseline[i] - baseline[i - 1]);
        }
        double meanRange = ranges / (baseline.length - 1);
        double upper = centre + LIMIT * meanRange;
        double lower = centre - LIMIT * meanRange;
        boolean upperCut = share && upper > 1;
        boolean lowerCut = share && lower < 0;
        return new XmrChart(
                centre,
                meanRange,
                upperCut ? 1 : upper,
                lowerCut ? 0 : lower,
                RANGE_LIMIT * meanRange,
                upperCut,
                lowerCut,
                baseline.length);
    }

    /** Whether the baseline is too short for a firm word. */
    public boolean preliminary() {
        return periods < FIRM;
    }

    /** Signals among {@code values}, in order of time, each with the first rule it meets. A value on the centre breaks a run. */
    public List<Signal> signals(double[] values) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Side side = values[i] > centre ? Side.ABOVE : Side.BELOW;
            int rule = isOutside(values[i])
                    ? 1
                    : all(values, i, RUN, x -> side == Side.ABOVE ? x > centre : x < centre)
                            ? 2
                            : isNearLimit(values[i], side) && threeOfFour(values, i, side) ? 3 : 0;
            if (rule > 0) {
                signals.add(new Signal(i, rule, side));
            }
        }
        return signals;
    }

    private boolean isOutside(double value) {
        return value > upper && !upperCut || value < lower && !lowerCut;
    }

    private boolean isNearLimit(double value, Side side) {
        return side == Side.ABOVE
                ? !upperCut && value > (centre + upper) / 2
                : !lowerCut && value < (centre + lower) / 2;
    }

    private boolean threeOfFour(double[] values, int last, Side side) {
        return last + 1 >= WINDOW
                && Arrays.stream(values, last + 1 - WINDOW, last + 1)
                                .filter(x -> isNearLimit(x, side))
                                .count()
                        >= NEAR;
    }

    private static boolean all(double[] values, int last, int length, DoublePredicate wanted) {
        return last + 1 >= length
                && Arrays.stream(values, last + 1 - length, last + 1).allMatch(wanted);
    }
}
