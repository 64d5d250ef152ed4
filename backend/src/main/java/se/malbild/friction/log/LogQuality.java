// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.List;

/**
 * What reading a log showed: how much there was, what was left out and why, what a reader should know of order and time.
 *
 * @param traces cases in the file, empty ones too
 * @param emptyTraces cases without a single event that could be read; counted here and nowhere else
 * @param rejectedEvents events left out
 * @param timestampsWithoutOffset times that were read in {@code assumedZone}
 * @param tiedPairs neighbours with the same instant; they keep the order of the file
 * @param casesOutOfOrder cases whose order in the file is not that of their times
 * @param repeatedCaseIds cases whose id another case already had; kept apart
 * @param withoutResource events without a resource
 * @param findings what was found, with its place; at most {@link #MOST_FINDINGS}, {@code findingsTotal} tells how many there were
 */
public record LogQuality(
        int traces,
        int emptyTraces,
        int rejectedEvents,
        int timestampsWithoutOffset,
        String assumedZone,
        int tiedPairs,
        int casesOutOfOrder,
        int repeatedCaseIds,
        int withoutResource,
        List<Finding> findings,
        int findingsTotal) {

    /** How many findings are kept with their place. */
    public static final int MOST_FINDINGS = 1000;

    /**
     * One thing worth telling.
     *
     * @param line line in the file, from 1
     * @param code stable name, e.g. {@code timestamp_unreadable}
     * @param value the value in question, shortened; empty where there is none
     */
    public record Finding(int line, String code, String value) {}
}
