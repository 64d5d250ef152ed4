// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.time.LocalDate;
import java.util.List;

/** When something is due, and whether it came in time. Dates only: a last day ends at local midnight (CASES §8). */
public final class DueDates {
    /** The time for an appeal: three weeks from service (FL 44 §). */
    public static final PeriodLength APPEAL = new PeriodLength(3, PeriodLength.Unit.WEEK);
    /** When a party may ask that a slow case be decided: six months after it began (FL 12 §). A right arises; nothing is moved. */
    public static final PeriodLength DELAY_REQUEST = new PeriodLength(6, PeriodLength.Unit.MONTH);

    /** The time to decide a case, or to refuse it, after a party's request (FL 12 §). */
    public static final PeriodLength DELAY_ANSWER = new PeriodLength(4, PeriodLength.Unit.WEEK);
    /** When the officer is reminded to tell the parties of a delay (FL 11 §; the law names no length, these are the product's). */
    public static final List<PeriodLength> DELAY_PROMPTS =
            List.of(new PeriodLength(4, PeriodLength.Unit.MONTH), new PeriodLength(5, PeriodLength.Unit.MONTH));

    private DueDates() {}

    /** Last day of an act due by statute: moved past holidays (1930:173 2 §). */
    public static LocalDate ofAct(LocalDate start, PeriodLength length) {
        return SwedishCalendar.workdayOnOrAfter(length.after(start));
    }

    /** Day a right arises, or a goal of one's own falls: not moved. */
    public static LocalDate ofRight(LocalDate start, PeriodLength length) {
        return length.after(start);
    }

    /** The workday to propose where an officer has chosen a last day on which nobody works; the day itself where it is a workday. */
    public static LocalDate proposed(LocalDate chosen) {
        return SwedishCalendar.workdayOnOrAfter(chosen);
    }

    /** Whether what arrived on {@code arrivalDate} was in time. */
    public static boolean inTime(LocalDate arrivalDate, LocalDate dueDate) {
        return !arrivalDate.isAfter(dueDate);
    }
}
