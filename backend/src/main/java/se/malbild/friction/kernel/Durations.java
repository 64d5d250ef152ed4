// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.ZoneId;
import se.malbild.friction.log.EventLog;

/** How long cases take: last event minus first. */
public final class Durations {
    private Durations() {}

    /** Elapsed time of each case. */
    public static Distribution elapsed(EventLog log, CaseSet cases) {
        long[] micros = new long[cases.size()];
        for (int i = 0; i < micros.length; i++) {
            int c = cases.indexes()[i];
            micros[i] = log.instantMicros()[log.caseOffset()[c + 1] - 1] - log.instantMicros()[log.caseOffset()[c]];
        }
        return Distribution.of(micros);
    }

    /** The part of each case's time that lies within working hours. */
    public static Distribution working(EventLog log, CaseSet cases, WorkingHours hours) {
        long[] micros = new long[cases.size()];
        for (int i = 0; i < micros.length; i++) {
            int c = cases.indexes()[i];
            micros[i] = hours.between(
                    log.instantMicros()[log.caseOffset()[c]], log.instantMicros()[log.caseOffset()[c + 1] - 1]);
        }
        return Distribution.of(micros);
    }

    /** Monday–Friday 08–17 without holidays, as files are analysed. */
    public static Distribution working(EventLog log, CaseSet cases, ZoneId zone) {
        return working(log, cases, WorkingHours.withoutHolidays(zone));
    }
}
