// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.Arrays;
import java.util.BitSet;
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

    /** Groups by (activity, resource, UTC minute); events without resource form no batch. */
    public static Batches of(EventLog log, CaseSet set) {
        return of(log, set, log.resource());
    }

    /** The same with another column of owners, −1 for none. */
    public static Batches of(EventLog log, CaseSet set, int[] owner) {
        Groups groups = new Groups(log, owner);
        groups.addAll(set);
        int batches = 0;
        long events = 0;
        int largest = 0;
        for (int group = 0; group < groups.count; group++) {
            if (groups.cases[group] >= FEWEST_CASES) {
                batches++;
                events += groups.events[group];
                largest = Math.max(largest, groups.cases[group]);
            }
        }
        return new Batches(batches, events, largest);
    }

    /** Cases that have an event in a batch. */
    public static BitSet cases(EventLog log, CaseSet set, int[] owner) {
        Groups groups = new Groups(log, owner);
        groups.addAll(set);
        BitSet found = new BitSet(log.cases());
        for (int c : set.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1] && !found.get(c); e++) {
                found.set(c, owner[e] >= 0 && groups.cases[groups.of(e)] >= FEWEST_CASES);
            }
        }
        return found;
    }

    /**
     * Events put into groups without an object for each: an open table of the first event of each group, told apart by the columns
     * themselves. Cases come in rising order, so a group's last case tells whether this one is new to it.
     */
    private static final class Groups {
        private final EventLog log;
        private final int[] owner;
        private final int[] table;
        private int[] first = new int[1024];
        private int[] events = new int[1024];
        private int[] cases = new int[1024];
        private int[] lastCase = new int[1024];
        private int count;

        Groups(EventLog log, int[] owner) {
            this.log = log;
            this.owner = owner;
            this.table = new int[Integer.highestOneBit(Math.max(16, log.events())) << 2];
        }

        void addAll(CaseSet set) {
            for (int c : set.indexes()) {
                for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                    if (owner[e] >= 0) {
                        int group = of(e);
                        events[group]++;
                        if (lastCase[group] != c + 1) {
                            lastCase[group] = c + 1;
                            cases[group]++;
                        }
                    }
                }
            }
        }

        /** The event's group, made if it is the first of it. */
        int of(int e) {
            int slot = hash(e) & table.length - 1;
            while (table[slot] != 0 && !same(first[table[slot] - 1], e)) {
                slot = slot + 1 & table.length - 1;
            }
            if (table[slot] == 0) {
                if (count == first.length) {
                    grow();
                }
                first[count++] = e;
                table[slot] = count;
            }
            return table[slot] - 1;
        }

        private void grow() {
            first = Arrays.copyOf(first, count * 2);
            events = Arrays.copyOf(events, count * 2);
            cases = Arrays.copyOf(cases, count * 2);
            lastCase = Arrays.copyOf(lastCase, count * 2);
        }

        private boolean same(int a, int b) {
            return log.activity()[a] == log.activity()[b] && owner[a] == owner[b] && minute(a) == minute(b);
        }

        private long minute(int e) {
            return Math.floorDiv(log.instantMicros()[e], MINUTE);
        }

        private int hash(int e) {
            long mixed = (minute(e) * 31 + log.activity()[e]) * 0x9E3779B97F4A7C15L + owner[e] * 0xC2B2AE3D27D4EB4FL;
            return (int) (mixed ^ mixed >>> 32);
        }
    }
}
