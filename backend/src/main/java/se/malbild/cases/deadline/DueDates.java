// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.time.LocalDate;

/** When something is due, and whether it came in time. Dates only: a last day ends at local midnight (CASES §8). */
public final class DueDates {
    /** The time for an appeal: three weeks from service (FL 44 §). */
    public static final PeriodLength APPEAL = new PeriodLength(3, PeriodLength.Unit.WEEK);
    /** When a party may ask that a slow case be decided: six months after it began (FL 12 §). A right arises; nothing is moved. */
    public static final PeriodLength DELAY_REQUEST = new PeriodLength(6, PeriodLength.Unit.MONTH);

    private DueDates() {}

    /** Last day of an act due by statute: moved past holidays (1930:173 2 §). */
    public static LocalDate ofAct(LocalDate start, PeriodLength length) {
        return SwedishCalendar.workdayOnOrAfter(length.after(start));
    }

    /** Day a right arises, or a goal of one's own falls: not moved. */
    public static LocalDate ofRight(LocalDate start, PeriodLength length) {
        return length.after(start);
    }

    /** Whether what arrived on {@code arrivalDate} was in time. */
    public static boolean inTime(LocalDate arrivalDate, LocalDate dueDate) {
        return !arrivalDate.isAfter(dueDate);
    }
}
