// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
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
        for (int c : cases.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                ZonedDateTime local = Instant.EPOCH.plus(log.instantMicros()[e], ChronoUnit.MICROS).atZone(zone);
                int weekday = local.getDayOfWeek().getValue();
                hours[local.getHour()]++;
                weekdays[weekday]++;
                if (weekday >= 6) {
                    weekend++;
                } else if (local.getHour() < 7 || local.getHour() >= 18) {
                    outside++;
                }
            }
        }
        return new LocalClock(hours, weekdays, weekend, outside);
    }
}
