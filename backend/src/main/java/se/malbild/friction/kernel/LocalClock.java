// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.ZoneId;
import se.malbild.friction.log.EventLog;

/**
 * When on the local clock things happen.
 *
 * @param byHour events in each hour 0–23
 * @param byWeekday events on each ISO weekday, index 1 = Monday
 * @param weekendEvents on Saturdays and Sundays
 * @param weekdayEventsOutside07to18 on other days before 07 or from 18
 */
public record LocalClock(long[] byHour, long[] byWeekday, long weekendEvents, long weekdayEventsOutside07to18) {

    /** One pass. */
    public static LocalClock of(EventLog log, CaseSet cases, ZoneId zone) {
        long[] hours = new long[24];
        long[] weekdays = new long[8];
        long weekend = 0;
        long outside = 0;
        LocalDays days = new LocalDays(zone, day -> false);
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                long local = days.local(log.instantMicros()[e]);
                int weekday = LocalDays.weekday(local);
                int hour = LocalDays.hour(local);
                hours[hour]++;
                weekdays[weekday]++;
                if (weekday >= 6) {
                    weekend++;
                } else if (hour < 7 || hour >= 18) {
                    outside++;
                }
            }
        }
        return new LocalClock(hours, weekdays, weekend, outside);
    }
}
