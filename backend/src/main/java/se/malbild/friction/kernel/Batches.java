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

    private static final class Group {
        private final Set<Integer> cases = new HashSet<>(2);
        private int events;

        void add(int caseIndex) {
            events++;
            cases.add(caseIndex);
        }
    }

    /** Groups by (activity, resource, UTC minute); events without resource form no batch. */
    public static Batches of(EventLog log, CaseSet set) {
        Map<Key, Group> groups = new HashMap<>();
        for (int c : set.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (log.resource()[e] >= 0) {
                    Key key = new Key(log.activity()[e], log.resource()[e], Math.floorDiv(log.instantMicros()[e], MINUTE));
                    groups.computeIfAbsent(key, k -> new Group()).add(c);
                }
            }
        }
        int batches = 0;
        long events = 0;
        int largest = 0;
        for (Group group : groups.values()) {
            if (group.cases.size() >= FEWEST_CASES) {
                batches++;
                events += group.events;
                largest = Math.max(largest, group.cases.size());
            }
        }
        return new Batches(batches, events, largest);
    }
}
