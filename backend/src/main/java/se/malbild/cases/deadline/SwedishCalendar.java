// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * The Swedish calendar of holidays (helgdagar), computed for any year.
 *
 * <p>Sources: lagen (1989:253) om allmänna helgdagar; lagen (1930:173) om beräkning av lagstadgad tid 2 §, which adds Saturday,
 * midsummer eve, Christmas eve and New Year's eve. Maundy Thursday, other eves and bridge days are ordinary weekdays.
 */
public final class SwedishCalendar {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(6, 6),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));
    private static final Set<MonthDay> FIXED_EVES = Set.of(MonthDay.of(12, 24), MonthDay.of(12, 31));

    private SwedishCalendar() {}

    /** Easter Sunday of the Gregorian calendar: the anonymous computus (Meeus, Astronomical Algorithms, ch. 8). */
    public static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }

    /** Midsummer day: the Saturday that falls on 20–26 June. */
    public static LocalDate midsummerDay(int year) {
        return LocalDate.of(year, Month.JUNE, 20).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    /** All Saints' day: the Saturday that falls on 31 October–6 November. */
    public static LocalDate allSaintsDay(int year) {
        return LocalDate.of(year, Month.OCTOBER, 31).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    /** Whether it is a public holiday other than an ordinary Sunday (1989:253 1 §). */
    public static boolean isPublicHoliday(LocalDate date) {
        if (FIXED.contains(MonthDay.from(date))
                || date.equals(midsummerDay(date.getYear()))
                || date.equals(allSaintsDay(date.getYear()))) {
            return true;
        }
        long afterEaster = date.toEpochDay() - easterSunday(date.getYear()).toEpochDay();
        return afterEaster == -2 || afterEaster == 0 || afterEaster == 1 || afterEaster == 39 || afterEaster == 49;
    }

    /** Whether an act due by statute may wait to the next day (1930:173 2 §), and authorities are closed. */
    public static boolean isHoliday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY
                || date.getDayOfWeek() == DayOfWeek.SUNDAY
                || isPublicHoliday(date)
                || FIXED_EVES.contains(MonthDay.from(date))
                || date.equals(midsummerDay(date.getYear()).minusDays(1));
    }

    /** Whether the authority works that day. */
    public static boolean isWorkday(LocalDate date) {
        return !isHoliday(date);
    }

    /** The day itself if it is a workday, otherwise the first one after it. */
    public static LocalDate workdayOnOrAfter(LocalDate date) {
        LocalDate day = date;
        while (isHoliday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The nearest workday before the day (närmast föregående arbetsdag). */
    public static LocalDate workdayBefore(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (isHoliday(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The {@code count}th workday after the day; the day itself for 0. */
    public static LocalDate plusWorkdays(LocalDate date, int count) {
        LocalDate day = date;
        for (int left = count; left > 0; left--) {
            day = workdayOnOrAfter(day.plusDays(1));
        }
        return day;
    }
}
