// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwedishCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1818-03-22",
                "1943-04-25",
                "2000-04-23",
                "2008-03-23",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2028-04-16",
                "2038-04-25",
                "2285-03-22"
            })
    void easterFallsAsPublished(LocalDate easter) {
        assertThat(SwedishCalendar.easterSunday(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void theHolidaysOf2026AreThoseOfTheCalendar() {
        List<LocalDate> holidays =
                daysOf(2026).filter(SwedishCalendar::isPublicHoliday).toList();

        assertThat(holidays)
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 6),
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 24),
                        LocalDate.of(2026, 6, 6),
                        LocalDate.of(2026, 6, 20),
                        LocalDate.of(2026, 10, 31),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26));
    }

    @Test
    void aYearHasTheWorkdaysOfThePublishedCalendar() {
        assertThat(daysOf(2026).filter(SwedishCalendar::isWorkday).count()).isEqualTo(251);
        assertThat(daysOf(2027).filter(SwedishCalendar::isWorkday).count()).isEqualTo(253);
    }

    @Test
    void threeEvesAreFreeAndOthersAreNot() {
        assertThat(SwedishCalendar.isHoliday(LocalDate.of(2026, 6, 19)))
                .as("midsummer eve")
                .isTrue();
        assertThat(SwedishCalendar.isHoliday(LocalDate.of(2026, 12, 24)))
                .as("Christmas eve")
                .isTrue();
        assertThat(SwedishCalendar.isHoliday(LocalDate.of(2026, 12, 31)))
                .as("New Year's eve")
                .isTrue();
        assertThat(SwedishCalendar.isHoliday(LocalDate.of(2026, 4, 2)))
                .as("Maundy Thursday")
                .isFalse();
        assertThat(SwedishCalendar.isHoliday(LocalDate.of(2026, 1, 5)))
                .as("Twelfth Night")
                .isFalse();
        assertThat(SwedishCalendar.isHoliday(LocalDate.of(2026, 5, 15)))
                .as("the Friday after Ascension Day")
                .isFalse();
        assertThat(SwedishCalendar.isHoliday(LocalDate.of(2026, 10, 30)))
                .as("the Friday before All Saints")
                .isFalse();
    }

    @Property
    void easterIsASundayFrom22MarchTo25April(@ForAll @IntRange(min = 1583, max = 9999) int year) {
        LocalDate easter = SwedishCalendar.easterSunday(year);

        assertThat(easter.getDayOfWeek().getValue()).isEqualTo(7);
        assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }

    @Property
    void midsummerAndAllSaintsAreSaturdaysInTheirWeeks(@ForAll @IntRange(min = 1953, max = 9999) int year) {
        assertThat(SwedishCalendar.midsummerDay(year).getDayOfWeek().getValue()).isEqualTo(6);
        assertThat(SwedishCalendar.midsummerDay(year)).isBetween(LocalDate.of(year, 6, 20), LocalDate.of(year, 6, 26));
        assertThat(SwedishCalendar.allSaintsDay(year).getDayOfWeek().getValue()).isEqualTo(6);
        assertThat(SwedishCalendar.allSaintsDay(year)).isBetween(LocalDate.of(year, 10, 31), LocalDate.of(year, 11, 6));
    }

    @Property
    void workdaysCountAsASlowWalkThroughTheCalendarDoes(
            @ForAll @IntRange(min = 0, max = 30_000) int day, @ForAll @IntRange(min = 0, max = 40) int count) {
        LocalDate start = LocalDate.of(2000, 1, 1).plusDays(day);

        LocalDate end = SwedishCalendar.plusWorkdays(start, count);

        long between = start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(SwedishCalendar::isWorkday)
                .count();
        assertThat(between).isEqualTo(count);
        assertThat(count == 0 || SwedishCalendar.isWorkday(end)).isTrue();
        assertThat(SwedishCalendar.workdayBefore(SwedishCalendar.workdayOnOrAfter(start.plusDays(1))))
                .isBeforeOrEqualTo(start);
        assertThat(ChronoUnit.DAYS.between(start, SwedishCalendar.workdayOnOrAfter(start)))
                .isBetween(0L, 5L);
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }
}
