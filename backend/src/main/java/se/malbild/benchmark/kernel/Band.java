// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where peers stand, so rounded that none of them can be told (spann), and at most which quarter of them one's own value would be in. Never
 * a rank, never the lowest or the highest. SCORING §6, vectors {@code benchmark}.
 *
 * @param q1 a quarter of the peers have less, rounded
 * @param median half of them have less, rounded
 * @param q3 three quarters of them have less, rounded
 * @param quarter 1–4, counted from the worse end; absent with fewer than {@link #FEWEST_FOR_QUARTER} peers
 */
public record Band(
        double q1, double median, double q3, @Nullable Integer quarter) {
    /** With fewer peers than this nothing is shown. */
    public static final int FEWEST = 5;
    /** With fewer peers than this one's own quarter is not shown. */
    public static final int FEWEST_FOR_QUARTER = 20;

    /** A half that lies a hair below because of binary fractions is a half all the same. */
    private static final double HAIR = 1e-9;
    /** Decimals beyond which a rounded figure is but a trace of binary fractions. */
    private static final double WHOLE = 1e9;

    /**
     * The band of some peers; empty with fewer than {@link #FEWEST}.
     *
     * @param peers values with enough data, one's own not among them
     * @param own one's own value
     * @param rounding step that quantiles are rounded to, half up; in the values' unit
     */
    public static Optional<Band> of(List<Double> peers, double own, Better better, double rounding) {
        if (peers.size() < FEWEST) {
            return Optional.empty();
        }
        double[] sorted =
                peers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double q1 = quantile(sorted, 0.25);
        double median = quantile(sorted, 0.5);
        double q3 = quantile(sorted, 0.75);
        Integer quarter = null;
        if (peers.size() >= FEWEST_FOR_QUARTER) {
            int passed = 1;
            for (double limit : new double[] {q1, median, q3}) {
                passed += better.isBetter(own, limit) ? 1 : 0;
            }
            quarter = passed;
        }
        return Optional.of(new Band(rounded(q1, rounding), rounded(median, rounding), rounded(q3, rounding), quarter));
    }

    /** Quantile of type 7 (Hyndman and Fan, Am. Stat. 50 (1996), definition 7): linear between the values nearest (n − 1)·p. */
    static double quantile(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** To the nearest step, half up. */
    static double rounded(double value, double step) {
        return Math.rint(Math.floor(value / step + 0.5 + HAIR) * step * WHOLE) / WHOLE;
    }
}
