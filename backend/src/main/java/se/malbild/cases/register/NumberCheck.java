// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a check of a series for holes found (hålkontroll, CASES §5).
 *
 * @param holeCount serials below the highest that no case has
 * @param holes the first hundred of these
 * @param repaired the next serial was not above the highest and has been set above it
 */
public record NumberCheck(
        String seriesKey,
        int year,
        Instant checkedAt,
        Cause cause,
        int caseCount,
        int highestSerial,
        int holeCount,
        List<Integer> holes,
        boolean repaired) {

    /** What made it run. */
    public enum Cause {
        NIGHTLY,
        START,
        ASKED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As many cases as the highest serial. */
    public boolean sound() {
        return holeCount == 0;
    }
}
