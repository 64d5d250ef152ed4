// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.malbild.friction.log.EventLog;

/**
 * Work that goes from unit to unit, most first.
 *
 * @param handovers neighbours of different units, hidden ones too
 * @param cases cases with at least one
 * @param hidden pairs that readers of numbers do not get because they have fewer than five cases
 */
public record UnitPairs(long handovers, int cases, List<Pair> pairs, int hidden) {
    private static final int MOST = 2000;

    /** From one unit to another, by number of unit. */
    public record Pair(int from, int to, int handovers, int cases) {}

    private static final class Counting {
        private final Set<Integer> cases = new HashSet<>();
        private int handovers;

        void add(int c) {
            handovers++;
            cases.add(c);
        }
    }

    static UnitPairs of(Selected s) {
        EventLog log = s.log();
        Map<Long, Counting> counts = new HashMap<>();
        Set<Integer> any = new HashSet<>();
        for (int c : s.kept().indexes()) {
            for (int e = log.caseOffset()[c] + 1; e < log.caseOffset()[c + 1]; e++) {
                int from = log.group()[e - 1];
                int to = log.group()[e];
                if (from >= 0 && to >= 0 && from != to) {
                    counts.computeIfAbsent((long) from << 32 | to, key -> new Counting())
                            .add(c);
                    any.add(c);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        counts.forEach((pair, counted) ->
                pairs.add(new Pair((int) (pair >> 32), (int) (long) pair, counted.handovers, counted.cases.size())));
        pairs.sort(Comparator.comparingInt(Pair::handovers)
                .reversed()
                .thenComparingInt(Pair::from)
                .thenComparingInt(Pair::to));
        List<Pair> shown = s.numbersOnly() ? Hiding.small(pairs, Pair::cases) : pairs;
        return new UnitPairs(
                counts.values().stream().mapToLong(counted -> counted.handovers).sum(),
                any.size(),
                shown.stream().limit(MOST).toList(),
                pairs.size() - shown.size());
    }
}
