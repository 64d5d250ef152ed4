// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import se.malbild.access.unit.Units;
import se.malbild.cases.deadline.SwedishCalendar;

/** When the authority works: workdays of the Swedish calendar, 08.00–16.30 local time. */
final class OfficeHours {
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(16, 30);
    private static final long SECONDS = Duration.between(OPENS, CLOSES).toSeconds();

    private OfficeHours() {}

    /** The instant that many workdays of working time after {@code from}; 0.5 is half a day later. */
    static Instant after(Instant from, double workdays) {
        ZonedDateTime start = open(from);
        long left = Math.max(1, Math.round(workdays * SECONDS))
                + start.toLocalTime().toSecondOfDay()
                - OPENS.toSecondOfDay();
        LocalDate day = SwedishCalendar.plusWorkdays(start.toLocalDate(), (int) (left / SECONDS));
        return day.atTime(OPENS)
                .plusSeconds(left % SECONDS)
                .atZone(Units.STOCKHOLM)
                .toInstant();
    }

    /** The next of those days at that hour, at or after {@code from}: what is done in batches waits for its day. */
    static Instant nextBatch(Instant from, Set<DayOfWeek> days, LocalTime at) {
        ZonedDateTime start = from.atZone(Units.STOCKHOLM);
        LocalDate day = start.toLocalTime().isAfter(at) ? start.toLocalDate().plusDays(1) : start.toLocalDate();
        while (!days.contains(day.getDayOfWeek()) || !SwedishCalendar.isWorkday(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(at).atZone(Units.STOCKHOLM).toInstant();
    }

    /** The same evening. */
    static Instant evening(Instant day, double hoursAfterSix) {
        return LocalDate.ofInstant(day, Units.STOCKHOLM)
                .atTime(18, 0)
                .atZone(Units.STOCKHOLM)
                .toInstant()
                .plusSeconds(Math.round(hoursAfterSix * 3600));
    }

    /** The first instant at or after {@code from} at which somebody is at work. */
    private static ZonedDateTime open(Instant from) {
        ZonedDateTime at = from.atZone(Units.STOCKHOLM);
        LocalDate day = at.toLocalTime().isBefore(CLOSES)
                ? at.toLocalDate()
                : at.toLocalDate().plusDays(1);
        LocalDate workday = SwedishCalendar.workdayOnOrAfter(day);
        return workday.equals(at.toLocalDate()) && at.toLocalTime().isAfter(OPENS)
                ? at
                : workday.atTime(OPENS).atZone(Units.STOCKHOLM);
    }
}
