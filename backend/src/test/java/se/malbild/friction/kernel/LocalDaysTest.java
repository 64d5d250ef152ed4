// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.friction.log.TimestampParser;

/** The table by day agrees with the library's own clock, also where the clock is changed. */
class LocalDaysTest {
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Stockholm", "UTC", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe"})
    void agreesWithTheLibrary(String name) {
        ZoneId zone = ZoneId.of(name);
        LocalDays days = new LocalDays(zone, SwedishCalendar::isHoliday);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Instant at = Instant.ofEpochSecond(
                    random.nextLong(-3_000_000_000L, 6_000_000_000L), random.nextInt(1_000_000) * 1000L);
            assertSame(days, at, at.atZone(zone));
        }
    }

    @Test
    void knowsBothHoursOfTheNightWhenTheClockIsPutBack() {
        ZoneId zone = ZoneId.of("Europe/Stockholm");
        LocalDays days = new LocalDays(zone, SwedishCalendar::isHoliday);
        for (String text : new String[] {
            "2026-10-25T00:59:59.999999Z",
            "2026-10-25T01:00:00Z",
            "2026-03-29T00:59:59Z",
            "2026-03-29T01:00:00Z",
            "2026-10-24T22:00:00Z",
            "2026-10-25T22:59:59Z",
            "1970-01-01T00:00:00Z"
        }) {
            Instant at = Instant.parse(text);
            assertSame(days, at, at.atZone(zone));
        }
    }

    private static void assertSame(LocalDays days, Instant at, ZonedDateTime expected) {
        long local = days.local(TimestampParser.micros(at));
        assertThat(LocalDays.hour(local)).as("hour of %s", at).isEqualTo(expected.getHour());
        assertThat(LocalDays.weekday(local))
                .as("weekday of %s", at)
                .isEqualTo(expected.getDayOfWeek().getValue());
        assertThat(days.isHoliday(local))
                .as("holiday %s", at)
                .isEqualTo(SwedishCalendar.isHoliday(expected.toLocalDate()));
        assertThat(Math.floorMod(local, 1_000_000L))
                .isEqualTo(ChronoUnit.MICROS.between(expected.truncatedTo(ChronoUnit.SECONDS), expected));
    }
}
