// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import se.malbild.friction.log.EventLog;

/**
 * Outside office hours: weekends, holidays, and other days before 07 or from 18 local time.
 *
 * @param holidayEvents on holidays that are weekdays, between 07 and 18; the rest of the time is counted already
 */
public record OfficeHours(LocalClock clock, long holidayEvents) {

    /** Events counted. */
    public long events() {
        long all = 0;
        for (long hour : clock.byHour()) {
            all += hour;
        }
        return all;
    }

    /** Events outside office hours. */
    public long outside() {
        return clock.weekendEvents() + clock.weekdayEventsOutside07to18() + holidayEvents;
    }

    /** Counts events whose resource is not left out. */
    public static OfficeHours of(EventLog log, CaseSet cases, ZoneId zone, Predicate<LocalDate> holiday, boolean[] leftOut) {
        long[] hours = new long[24];
        long[] weekdays = new long[8];
        long weekend = 0;
        long outside = 0;
        long holidays = 0;
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (isLeftOut(log, e, leftOut)) {
                    continue;
                }
                ZonedDateTime local = local(log, e, zone);
                int weekday = local.getDayOfWeek().getValue();
                hours[local.getHour()]++;
                weekdays[weekday]++;
                if (weekday >= 6) {
                    weekend++;
                } else if (local.getHour() < 7 || local.getHour() >= 18) {
                    outside++;
                } else if (holiday.test(local.toLocalDate())) {
                    holidays++;
                }
            }
        }
        return new OfficeHours(new LocalClock(hours, weekdays, weekend, outside), holidays);
    }

    /** Whether one event lies outside. */
    public static boolean isOutside(EventLog log, int e, ZoneId zone, Predicate<LocalDate> holiday) {
        ZonedDateTime local = local(log, e, zone);
        return local.getDayOfWeek().getValue() >= 6 || local.getHour() < 7 || local.getHour() >= 18 || holiday.test(local.toLocalDate());
    }

    /** Whether the event's resource is marked in {@code leftOut}. */
    public static boolean isLeftOut(EventLog log, int e, boolean[] leftOut) {
        int resource = log.resource()[e];
        return resource >= 0 && leftOut[resource];
    }

    private static ZonedDateTime local(EventLog log, int e, ZoneId zone) {
        return Instant.EPOCH.plus(log.instantMicros()[e], ChronoUnit.MICROS).atZone(zone);
    }
}
