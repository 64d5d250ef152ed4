// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventLog;

/**
 * Sets of gaps between neighbours, and the time in them. Bit e stands for the gap between events e and e + 1 of one case. Time lost to
 * anything is a sum over such gaps, so that nothing is counted twice within one set.
 */
public final class Gaps {
    private Gaps() {}

    /** Gaps for which {@code wanted} holds of the event before. */
    public static BitSet where(EventLog log, CaseSet cases, IntPredicate wanted) {
        BitSet gaps = new BitSet(log.events());
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c]; e + 1 < log.caseOffset()[c + 1]; e++) {
                if (wanted.test(e)) {
                    gaps.set(e);
                }
            }
        }
        return gaps;
    }

    /** Gaps between an earlier occurrence of an activity and its next: time that goes into doing things again. */
    public static BitSet rework(EventLog log, CaseSet cases) {
        return rework(log, cases, e -> true);
    }

    /** {@link #rework(EventLog, CaseSet)} of the events for which {@code counted} holds; the others neither begin nor end a loop. */
    public static BitSet rework(EventLog log, CaseSet cases, IntPredicate counted) {
        BitSet gaps = new BitSet(log.events());
        int[] lastAt = new int[log.activities().length];
        int[] stamp = new int[log.activities().length];
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (!counted.test(e)) {
                    continue;
                }
                int a = log.activity()[e];
                if (stamp[a] == c + 1) {
                    gaps.set(lastAt[a], e);
                }
                stamp[a] = c + 1;
                lastAt[a] = e;
            }
        }
        return gaps;
    }

    /** Gaps within x y z where z has what x had and y something else; negative values never match. */
    public static BitSet pingPong(EventLog log, CaseSet cases, int[] column) {
        BitSet gaps = new BitSet(log.events());
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c] + 2; e < log.caseOffset()[c + 1]; e++) {
                if (column[e - 2] >= 0
                        && column[e - 1] >= 0
                        && column[e] == column[e - 2]
                        && column[e] != column[e - 1]) {
                    gaps.set(e - 2, e);
                }
            }
        }
        return gaps;
    }

    /** Gaps at which the value changes, both being there. */
    public static BitSet changes(EventLog log, CaseSet cases, int[] column) {
        return where(log, cases, e -> column[e] >= 0 && column[e + 1] >= 0 && column[e] != column[e + 1]);
    }

    /** Microseconds in the gaps of each case, in the order of {@code cases}. */
    public static long[] perCase(EventLog log, CaseSet cases, BitSet gaps) {
        long[] micros = new long[cases.size()];
        for (int i = 0; i < micros.length; i++) {
            int c = cases.indexes()[i];
            for (int e = gaps.nextSetBit(log.caseOffset()[c]);
                    e >= 0 && e + 1 < log.caseOffset()[c + 1];
                    e = gaps.nextSetBit(e + 1)) {
                micros[i] += log.instantMicros()[e + 1] - log.instantMicros()[e];
            }
        }
        return micros;
    }

    /** Positions in {@code cases} of the cases that have at least one of the gaps. */
    public static int[] casesWith(EventLog log, CaseSet cases, BitSet gaps) {
        int[] found = new int[cases.size()];
        int n = 0;
        for (int i = 0; i < cases.size(); i++) {
            int c = cases.indexes()[i];
            int e = gaps.nextSetBit(log.caseOffset()[c]);
            if (e >= 0 && e + 1 < log.caseOffset()[c + 1]) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /**
     * The pair of activities whose gaps in the set take most time.
     *
     * @param from activity before
     * @param to activity after
     */
    public record Pair(int from, int to) {}

    /** That pair, or null where the set is empty. */
    public static @Nullable Pair costliest(EventLog log, BitSet gaps) {
        Map<Long, Long> sums = new HashMap<>();
        for (int e = gaps.nextSetBit(0); e >= 0; e = gaps.nextSetBit(e + 1)) {
            sums.merge(
                    (long) log.activity()[e] << 32 | log.activity()[e + 1],
                    log.instantMicros()[e + 1] - log.instantMicros()[e],
                    Long::sum);
        }
        return sums.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(top -> new Pair((int) (top.getKey() >> 32), (int) (long) top.getKey()))
                .orElse(null);
    }
}
