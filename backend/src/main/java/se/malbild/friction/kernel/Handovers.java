// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import se.malbild.friction.log.EventLog;

/**
 * Work that changes hands (överlämningar): neighbours whose owners, both present, differ. The three counts add up to all pairs.
 *
 * @param handovers pairs whose owners differ
 * @param same pairs with the same owner
 * @param missing pairs where an owner is missing
 * @param pairs (from &lt;&lt; 32 | to) → how often
 * @param distinctPerCaseSum distinct owners, summed over the cases
 */
public record Handovers(long handovers, long same, long missing, Map<Long, Integer> pairs, long distinctPerCaseSum) {

    /** Over resources (column {@code log.resource()}) or groups ({@code log.group()}). */
    public static Handovers of(EventLog log, CaseSet cases, int[] owner) {
        long handovers = 0;
        long same = 0;
        long missing = 0;
        long distinct = 0;
        Map<Long, Integer> pairs = new HashMap<>();
        int[] stamp = new int[1 + Arrays.stream(owner).max().orElse(0)];
        int turn = 0;
        for (int c : cases.indexes()) {
            turn++;
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                int now = owner[e];
                if (now >= 0 && stamp[now] != turn) {
                    stamp[now] = turn;
                    distinct++;
                }
                if (e == log.caseOffset()[c]) {
                    continue;
                }
                int before = owner[e - 1];
                if (before < 0 || now < 0) {
                    missing++;
                } else if (before == now) {
                    same++;
                } else {
                    handovers++;
                    pairs.merge((long) before << 32 | now, 1, Integer::sum);
                }
            }
        }
        return new Handovers(handovers, same, missing, Map.copyOf(pairs), distinct);
    }
}
