// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.time.LocalDate;
import java.util.Locale;

/** The length of a period, as a law or a goal states it. */
public record PeriodLength(int count, Unit unit) {

    /** What is counted. */
    public enum Unit {
        DAY,
        WORKDAY,
        WEEK,
        MONTH;

        /** As in case types and in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The unit of that code. */
        public static Unit of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws IllegalArgumentException if the period is negative or beyond a hundred years */
    public PeriodLength {
        if (count < 0 || count > 36_525) {
            throw new IllegalArgumentException("a period of " + count);
        }
    }

    /**
     * The period's last day. The day of the event is not counted; a week ends on the same weekday, a month on the same day number or
     * on the month's last day (1930:173 1 §).
     */
    public LocalDate after(LocalDate start) {
        return switch (unit) {
            case DAY -> start.plusDays(count);
            case WORKDAY -> SwedishCalendar.plusWorkdays(start, count);
            case WEEK -> start.plusWeeks(count);
            case MONTH -> start.plusMonths(count);
        };
    }
}
