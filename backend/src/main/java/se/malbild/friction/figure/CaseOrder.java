// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import se.malbild.friction.mined.MinedLog;

/** Order of cases in a list. */
public enum CaseOrder {
    LONGEST,
    SHORTEST,
    NEWEST,
    OLDEST;

    /** What to sort the case by, smallest first. */
    public long value(MinedLog log, int c) {
        long last = log.log().instantMicros()[log.log().caseOffset()[c + 1] - 1];
        return switch (this) {
            case LONGEST -> -log.duration(c);
            case SHORTEST -> log.duration(c);
            case NEWEST -> -last;
            case OLDEST -> last;
        };
    }
}
