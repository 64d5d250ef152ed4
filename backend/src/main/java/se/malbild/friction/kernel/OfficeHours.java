// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
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
    public static OfficeHours of(
            EventLog log, CaseSet cases, ZoneId zone, Predicate<LocalDate> holiday, boolean[] leftOut) {
        long[] hours = new long[24];
        long[] weekdays = new long[8];
        long weekend = 0;
        long outside = 0;
        long holidays = 0;
        LocalDays days = new LocalDays(zone, holiday);
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (isLeftOut(log, e, leftOut)) {
                    continue;
                }
                long local = days.local(log.instantMicros()[e]);
                int weekday = LocalDays.weekday(local);
                int hour = LocalDays.hour(local);
                hours[hour]++;
                weekdays[weekday]++;
                if (weekday >= 6) {
                    weekend++;
                } else if (hour < 7 || hour >= 18) {
                    outside++;
                } else if (days.isHoliday(local)) {
                    holidays++;
                }
            }
        }
        return new OfficeHours(new LocalClock(hours, weekdays, weekend, outside), holidays);
    }

    /** Cases that have an event outside, by a resource that is not left out. */
    public static BitSet cases(
            EventLog log, CaseSet cases, ZoneId zone, Predicate<LocalDate> holiday, boolean[] leftOut) {
        LocalDays days = new LocalDays(zone, holiday);
        BitSet found = new BitSet(log.cases());
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1] && !found.get(c); e++) {
                long local = days.local(log.instantMicros()[e]);
                int hour = LocalDays.hour(local);
                found.set(
                        c,
                        !isLeftOut(log, e, leftOut)
                                && (LocalDays.weekday(local) >= 6 || hour < 7 || hour >= 18 || days.isHoliday(local)));
            }
        }
        return found;
    }

    /** Whether the event's resource is marked in {@code leftOut}. */
    private static boolean isLeftOut(EventLog log, int e, boolean[] leftOut) {
        int resource = log.resource()[e];
        return resource >= 0 && leftOut[resource];
    }
}
