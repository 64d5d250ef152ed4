// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.malbild.friction.log.EventLog;

/**
 * The paths cases take: cases with the same sequence of activities are one variant.
 *
 * @param variants most cases first, then by the sequence's names
 */
public record Variants(List<Variant> variants) {

    /**
     * One path.
     *
     * @param activities its sequence
     * @param cases indexes of the cases that take it, in rising order
     */
    public record Variant(int[] activities, int[] cases) {
        /** How many cases take it. */
        public int count() {
            return cases.length;
        }
    }

    /** How many of the most frequent variants it takes to reach {@code share} of the cases. */
    public int covering(double share) {
        long total = variants.stream().mapToLong(Variant::count).sum();
        long reached = 0;
        for (int i = 0; i < variants.size(); i++) {
            reached += variants.get(i).count();
            if (reached >= share * total) {
                return i + 1;
            }
        }
        return variants.size();
    }

    /** Groups by the sequence itself; equal hashes are told apart by comparing. */
    public static Variants of(EventLog log, CaseSet cases) {
        Map<Sequence, List<Integer>> bySequence = new HashMap<>();
        int[] offset = log.caseOffset();
        for (int c : cases.indexes()) {
            bySequence
                    .computeIfAbsent(new Sequence(log.activity(), offset[c], offset[c + 1]), key -> new ArrayList<>())
                    .add(c);
        }
        int[] nameOrder = nameOrder(log.activities());
        Comparator<Variant> byNames = (a, b) -> {
            int shorter = Math.min(a.activities().length, b.activities().length);
            for (int i = 0; i < shorter; i++) {
                int compared = Integer.compare(nameOrder[a.activities()[i]], nameOrder[b.activities()[i]]);
                if (compared != 0) {
                    return compared;
                }
            }
            return Integer.compare(a.activities().length, b.activities().length);
        };
        return new Variants(bySequence.entrySet().stream()
                .map(entry -> new Variant(
                        entry.getKey().copy(),
                        entry.getValue().stream().mapToInt(Integer::intValue).toArray()))
                .sorted(Comparator.comparingInt(Variant::count).reversed().thenComparing(byNames))
                .toList());
    }

    /** order[a]: place of activity a among all names by code points. */
    private static int[] nameOrder(String[] names) {
        Integer[] sorted = new Integer[names.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> CodePoints.compare(names[a], names[b]));
        int[] order = new int[names.length];
        for (int i = 0; i < sorted.length; i++) {
            order[sorted[i]] = i;
        }
        return order;
    }

    private record Sequence(int[] activity, int from, int to) {
        int[] copy() {
            return Arrays.copyOfRange(activity, from, to);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int e = from; e < to; e++) {
                hash = 31 * hash + activity[e];
            }
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sequence that
                    && Arrays.equals(activity, from, to, that.activity, that.from, that.to);
        }
    }
}
