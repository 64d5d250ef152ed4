// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import se.malbild.friction.log.EventLog;

/**
 * There and back again: three events in a row, x y z, where z has what x had and y something else. Overlapping triples all count (A B A B
 * holds two).
 */
public record PingPong(long triples, int cases) {

    /** Over any column; negative values are missing and never match. */
    public static PingPong of(EventLog log, CaseSet set, int[] column) {
        long triples = 0;
        int cases = 0;
        for (int c : set.indexes()) {
            long before = triples;
            for (int e = log.caseOffset()[c] + 2; e < log.caseOffset()[c + 1]; e++) {
                int x = column[e - 2];
                int y = column[e - 1];
                if (x >= 0 && y >= 0 && x == column[e] && x != y) {
                    triples++;
                }
            }
            cases += triples > before ? 1 : 0;
        }
        return new PingPong(triples, cases);
    }
}
