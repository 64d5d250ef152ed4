// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The month of an instant on the local clock, at the limits of months and of summer time. */
class LocalMonthsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @Test
    void aMonthBeginsAtMidnightInStockholmAndInNoOrder() {
        LocalMonths months = new LocalMonths(ZONE);

        assertThat(months.of(micros("2026-03-31T21:59:59.999999Z"))).isEqualTo(YearMonth.of(2026, 3));
        assertThat(months.of(micros("2026-03-31T22:00:00Z"))).isEqualTo(YearMonth.of(2026, 4));
        assertThat(months.of(micros("2026-01-31T22:59:59Z"))).isEqualTo(YearMonth.of(2026, 1));
        assertThat(months.of(micros("2026-01-31T23:00:00Z"))).isEqualTo(YearMonth.of(2026, 2));
        Random chance = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            Instant instant = Instant.ofEpochSecond(chance.nextLong(2_000_000_000L));
            assertThat(months.of(ChronoUnit.MICROS.between(Instant.EPOCH, instant)))
                    .isEqualTo(YearMonth.from(instant.atZone(ZONE)));
        }
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
