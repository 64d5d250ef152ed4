// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
        return of(log, set, log.resource());
    }

    /** The same with another column of owners, −1 for none. */
    public static Batches of(EventLog log, CaseSet set, int[] owner) {
        List<Group> batches = large(log, set, owner);
        return new Batches(batches.size(), batches.stream().mapToLong(group -> group.events).sum(),
            batches.stream().mapToInt(group -> group.cases.size()).max().orElse(0));
    }

    /** Cases that have an event in a batch. */
    public static BitSet cases(EventLog log, CaseSet set, int[] owner) {
        BitSet found = new BitSet(log.cases());
        large(log, set, owner).forEach(group -> group.cases.forEach(found::set));
        return found;
    }

    private static List<Group> large(EventLog log, CaseSet set, int[] owner) {
        return groups(log, set, owner).stream().filter(group -> group.cases.size() >= FEWEST_CASES).toList();
    }

    private static Collection<Group> groups(EventLog log, CaseSet set, int[] owner) {
        Map<Key, Group> groups = new HashMap<>();
        for (int c : set.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (owner[e] >= 0) {
                    Key key = new Key(log.activity()[e], owner[e], Math.floorDiv(log.instantMicros()[e], MINUTE));
                    groups.computeIfAbsent(key, k -> new Group()).add(c);
                }
            }
        }
        return groups.values();
    }
}
