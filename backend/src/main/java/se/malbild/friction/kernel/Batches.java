// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.malbild.friction.log.EventLog;

/**
 * Work done in batches (satsvis): the same activity by the same resource in the same minute for several cases.
 *
 * @param batches groups with at least three different cases
 * @param events events in them
 * @param largestCases cases in the largest
 */
public record Batches(int batches, long events, int largestCases) {
    private static final int FEWEST_CASES = 3;
    private static final long MINUTE = 60_000_000L;

    private record Key(int activity, int resource, long minute) {}

    /** Groups by (activity, resource, UTC minute); events without resource form no batch. */
    public static Batches of(EventLog log, CaseSet set) {
        Map<Key, int[]> counts = new HashMap<>();
        Map<Key, Set<Integer>> cases = new HashMap<>();
        for (int c : set.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (log.resource()[e] >= 0) {
                    Key key = new Key(log.activity()[e], log.resource()[e], Math.floorDiv(log.instantMicros()[e], MINUTE));
                    counts.computeIfAbsent(key, k -> new int[1])[0]++;
                    cases.computeIfAbsent(key, k -> new HashSet<>(2)).add(c);
                }
            }
        }
        int batches = 0;
        long events = 0;
        int largest = 0;
        for (Map.Entry<Key, Set<Integer>> group : cases.entrySet()) {
            if (group.getValue().size() >= FEWEST_CASES) {
                batches++;
                events += counts.get(group.getKey())[0];
                largest = Math.max(largest, group.getValue().size());
            }
        }
        return new Batches(batches, events, largest);
    }
}
