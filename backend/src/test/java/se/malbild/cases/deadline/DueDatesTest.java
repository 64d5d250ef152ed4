// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-05-29,2026-06-22",
        "2026-12-10,2027-01-04",
        "2027-03-05,2027-03-30",
        "2026-04-23,2026-05-15",
        "2026-05-16,2026-06-08"
    })
    void theThreeWeeksForAnAppealEndAsTheLawSays(LocalDate served, LocalDate lastDay) {
        assertThat(DueDates.ofAct(served, DueDates.APPEAL)).isEqualTo(lastDay);
    }

    @Test
    void theRightToAskForADecisionArisesAfterSixMonthsAndIsNotMoved() {
        LocalDate arises = DueDates.ofRight(LocalDate.of(2026, 8, 31), DueDates.DELAY_REQUEST);

        assertThat(arises).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(SwedishCalendar.isHoliday(arises))
                .as("a Sunday, and still that day")
                .isTrue();
    }

    @Test
    void anAppealIsInTimeUntilLocalMidnightOfTheLastDay() {
        LocalDate lastDay = DueDates.ofAct(LocalDate.of(2026, 5, 29), DueDates.APPEAL);

        LocalDate justInTime = ArrivalRule.DAY_OF_RECEIPT.date(Instant.parse("2026-06-22T21:59:59Z"));
        LocalDate justLate = ArrivalRule.DAY_OF_RECEIPT.date(Instant.parse("2026-06-22T22:00:00Z"));

        assertThat(DueDates.inTime(justInTime, lastDay)).isTrue();
        assertThat(DueDates.inTime(justLate, lastDay)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Stockholm"})
    void theServersZoneChangesNothing(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(DueDates.ofAct(LocalDate.of(2027, 3, 5), DueDates.APPEAL))
                    .isEqualTo(LocalDate.of(2027, 3, 30));
            assertThat(ArrivalRule.DAY_OF_RECEIPT.date(Instant.parse("2026-10-25T22:30:00Z")))
                    .isEqualTo(LocalDate.of(2026, 10, 25));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void anApplicationAtHalfPastElevenAtNightCameThatEvening() {
        assertThat(ArrivalRule.of(Channel.ESERVICE).date(Instant.parse("2026-11-23T22:30:00Z")))
                .isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void postOpenedOnAMondayCameOnTheFriday() {
        assertThat(ArrivalRule.of(Channel.POST).date(Instant.parse("2026-11-23T08:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(ArrivalRule.of(Channel.POST).date(Instant.parse("2026-12-28T08:00:00Z")))
                .as("after Christmas")
                .isEqualTo(LocalDate.of(2026, 12, 23));
    }

    @Test
    void aPeriodInMonthsEndsOnTheMonthsLastDayWhereTheDayIsMissing() {
        assertThat(new PeriodLength(1, PeriodLength.Unit.MONTH).after(LocalDate.of(2027, 1, 31)))
                .isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(new PeriodLength(1, PeriodLength.Unit.MONTH).after(LocalDate.of(2028, 1, 31)))
                .isEqualTo(LocalDate.of(2028, 2, 29));
        assertThatThrownBy(() -> new PeriodLength(-1, PeriodLength.Unit.DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void anActIsNeverDueOnAHolidayAndNeverBeforeItsPeriodEnds(
            @ForAll @IntRange(min = 0, max = 40_000) int day,
            @ForAll @IntRange(min = 0, max = 30) int count,
            @ForAll PeriodLength.Unit unit) {
        LocalDate start = LocalDate.of(2000, 1, 1).plusDays(day);
        PeriodLength length = new PeriodLength(count, unit);

        LocalDate due = DueDates.ofAct(start, length);

        assertThat(SwedishCalendar.isWorkday(due)).isTrue();
        assertThat(due).isAfterOrEqualTo(length.after(start));
        assertThat(length.after(start).datesUntil(due).noneMatch(SwedishCalendar::isWorkday))
                .isTrue();
    }

    @Property
    void weeksKeepTheWeekday(
            @ForAll @IntRange(min = 0, max = 40_000) int day, @ForAll @IntRange(min = 0, max = 60) int weeks) {
        LocalDate start = LocalDate.of(2000, 1, 1).plusDays(day);

        assertThat(new PeriodLength(weeks, PeriodLength.Unit.WEEK).after(start).getDayOfWeek())
                .isEqualTo(start.getDayOfWeek());
    }

    @Property
    void whatComesLaterIsNeverDueEarlier(
            @ForAll @IntRange(min = 0, max = 40_000) int day, @ForAll @IntRange(min = 1, max = 24) int months) {
        LocalDate start = LocalDate.of(2000, 1, 1).plusDays(day);
        PeriodLength length = new PeriodLength(months, PeriodLength.Unit.MONTH);

        assertThat(DueDates.ofAct(start.plusDays(1), length)).isAfterOrEqualTo(DueDates.ofAct(start, length));
    }
}
