// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import se.malbild.friction.log.EventLog;

/**
 * Cases month by month.
 *
 * @param started month of the first event → cases
 * @param ended month of the last event → cases
 * @param inProgress month → cases with first ≤ start of month &lt; last; months after the first one up to the last
 */
public record Months(
        Map<YearMonth, Integer> started, Map<YearMonth, Integer> ended, Map<YearMonth, Integer> inProgress) {

    /** By the months of {@code zone}. */
    public static Months of(EventLog log, CaseSet cases, ZoneId zone) {
        TreeMap<YearMonth, Integer> started = new TreeMap<>();
        TreeMap<YearMonth, Integer> ended = new TreeMap<>();
        TreeMap<YearMonth, Integer> change = new TreeMap<>();
        for (int c : cases.indexes()) {
            long first = log.instantMicros()[log.caseOffset()[c]];
            long last = log.instantMicros()[log.caseOffset()[c + 1] - 1];
            started.merge(month(first, zone), 1, Integer::sum);
            ended.merge(month(last, zone), 1, Integer::sum);
            YearMonth from = startsAt(first, zone)
                    ? month(first, zone)
                    : month(first, zone).plusMonths(1);
            // In progress at the start of every month m with first ≤ start(m) < last.
            YearMonth until =
                    startsAt(last, zone) ? month(last, zone) : month(last, zone).plusMonths(1);
            if (from.isBefore(until)) {
                change.merge(from, 1, Integer::sum);
                change.merge(until, -1, Integer::sum);
            }
        }
        return new Months(started, ended, running(started, ended, change));
    }

    private static Map<YearMonth, Integer> running(
            TreeMap<YearMonth, Integer> started,
            TreeMap<YearMonth, Integer> ended,
            TreeMap<YearMonth, Integer> change) {
        TreeMap<YearMonth, Integer> inProgress = new TreeMap<>();
        if (started.isEmpty()) {
            return inProgress;
        }
        int now = change.getOrDefault(started.firstKey(), 0);
        for (YearMonth month = started.firstKey().plusMonths(1);
                !month.isAfter(ended.lastKey());
                month = month.plusMonths(1)) {
            now += change.getOrDefault(month, 0);
            inProgress.put(month, now);
        }
        return inProgress;
    }

    private static YearMonth month(long micros, ZoneId zone) {
        return YearMonth.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone));
    }

    private static boolean startsAt(long micros, ZoneId zone) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return YearMonth.from(instant.atZone(zone))
                .atDay(1)
                .atStartOfDay(zone)
                .toInstant()
                .equals(instant);
    }

    /** By UTC months, as files are analysed. */
    public static Months utc(EventLog log, CaseSet cases) {
        return of(log, cases, ZoneOffset.UTC);
    }
}
