// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import se.malbild.friction.log.EventLog;

/**
 * Counts for each activity, and rework (omarbete) in all: a case is reworked when any activity occurs in it more than once.
 *
 * @param activities index = activity
 * @param casesWithRework cases with any repeated activity
 * @param repeatEvents occurrences beyond the first, over all cases and activities
 * @param selfLoops pairs (a, a)
 */
public record ActivityFigures(OfActivity[] activities, int casesWithRework, long repeatEvents, long selfLoops) {

    /**
     * One activity.
     *
     * @param events occurrences
     * @param cases cases with at least one
     * @param reworkCases cases with two or more
     * @param repeatEvents occurrences beyond the first of each case
     * @param selfLoops pairs (a, a)
     * @param startCases cases that begin with it
     * @param endCases cases that end with it
     */
    public record OfActivity(
            long events, int cases, int reworkCases, long repeatEvents, long selfLoops, int startCases, int endCases) {}

    /** One pass; a stamp for each activity tells whether this case has shown it already. */
    public static ActivityFigures of(EventLog log, CaseSet set) {
        int n = log.activities().length;
        long[] events = new long[n];
        long[] selfLoops = new long[n];
        int[] cases = new int[n];
        int[] rework = new int[n];
        int[] start = new int[n];
        int[] end = new int[n];
        int[] inCase = new int[n];
        int[] stamp = new int[n];
        int reworked = 0;
        int turn = 0;
        for (int c : set.indexes()) {
            turn++;
            boolean repeats = false;
            int from = log.caseOffset()[c];
            int to = log.caseOffset()[c + 1];
            for (int e = from; e < to; e++) {
                int a = log.activity()[e];
                events[a]++;
                if (stamp[a] != turn) {
                    stamp[a] = turn;
                    inCase[a] = 0;
                    cases[a]++;
                }
                if (++inCase[a] == 2) {
                    rework[a]++;
                    repeats = true;
                }
                if (e > from && log.activity()[e - 1] == a) {
                    selfLoops[a]++;
                }
            }
            start[log.activity()[from]]++;
            end[log.activity()[to - 1]]++;
            reworked += repeats ? 1 : 0;
        }
        OfActivity[] all = new OfActivity[n];
        long allRepeats = 0;
        long allLoops = 0;
        for (int a = 0; a < n; a++) {
            all[a] = new OfActivity(
                    events[a], cases[a], rework[a], events[a] - cases[a], selfLoops[a], start[a], end[a]);
            allRepeats += events[a] - cases[a];
            allLoops += selfLoops[a];
        }
        return new ActivityFigures(all, reworked, allRepeats, allLoops);
    }
}
