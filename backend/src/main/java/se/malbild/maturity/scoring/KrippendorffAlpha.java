// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far coders place things on an ordinal scale alike (Krippendorff's α) [krippendorffOrdinal] (SCORING §3.5): 1 = wholly, 0 = as by
 * chance, below 0 = worse than by chance.
 */
public final class KrippendorffAlpha {
    /** Fewer things placed by both say nothing. */
    public static final int FEWEST = 20;

    private static final double GOOD = 0.80;
    private static final double TENTATIVE = 0.667;

    private KrippendorffAlpha() {}

    /** What the figure means. */
    public enum Word {
        GOOD,
        TENTATIVE,
        /** Talk about it and code anew. */
        RECODE
    }

    /** α ≥ 0.80 good, 0.667–0.80 tentative, below: recode. */
    public static Word word(double alpha) {
        return alpha >= GOOD ? Word.GOOD : alpha >= TENTATIVE ? Word.TENTATIVE : Word.RECODE;
    }

    /**
     * α = 1 − (n − 1)·Σ o(c,k)·δ²(c,k) / Σ n(c)·n(k)·δ²(c,k) over the pairs c &lt; k, with o the coincidences of values within things
     * placed by at least two, n(c) their sums, and δ(c,k) = Σ n(g) for g from c to k, less (n(c) + n(k))/2.
     *
     * @param coders each coder's values, thing by thing in the same order; null = not placed
     * @return null where it cannot be had: nothing placed by two, or all on one value
     */
    public static @Nullable Double ordinal(List<? extends List<@Nullable Integer>> coders) {
        int things = coders.stream().mapToInt(List::size).max().orElse(0);
        Map<Integer, Map<Integer, Double>> together = new TreeMap<>();
        for (int thing = 0; thing < things; thing++) {
            count(placed(coders, thing), together);
        }
        List<Integer> values = List.copyOf(together.keySet());
        double[] sums = values.stream()
                .mapToDouble(value -> Objects.requireNonNull(together.get(value)).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .toArray();
        double all = 0;
        for (double sum : sums) {
            all += sum;
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < values.size(); c++) {
            for (int k = c + 1; k < values.size(); k++) {
                double distance = distance(sums, c, k);
                observed +=
                        Objects.requireNonNull(together.get(values.get(c))).getOrDefault(values.get(k), 0.0) * distance;
                expected += sums[c] * sums[k] * distance;
            }
        }
        return expected == 0 ? null : 1 - (all - 1) * observed / expected;
    }

    private static List<Integer> placed(List<? extends List<@Nullable Integer>> coders, int thing) {
        List<Integer> placed = new ArrayList<>();
        for (List<@Nullable Integer> coder : coders) {
            Integer value = thing < coder.size() ? coder.get(thing) : null;
            if (value != null) {
                placed.add(value);
            }
        }
        return placed;
    }

    /** Each ordered pair of different coders' values of one thing, weighed so that a thing counts once for each of its values. */
    private static void count(List<Integer> values, Map<Integer, Map<Integer, Double>> together) {
        if (values.size() < 2) {
            return;
        }
        double weight = 1.0 / (values.size() - 1);
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                if (i != j) {
                    together.computeIfAbsent(values.get(i), key -> new TreeMap<>())
                            .merge(values.get(j), weight, Double::sum);
                }
            }
        }
    }

    /** δ² of two values by their places. */
    private static double distance(double[] sums, int c, int k) {
        double between = 0;
        for (int g = c; g <= k; g++) {
            between += sums[g];
        }
        double distance = between - (sums[c] + sums[k]) / 2;
        return distance * distance;
    }
}
