// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Working hours 08–17 local time on working days. Used by one thread.
 *
 * <p>A running sum of whole days from 1970 is kept as far as it is needed, so that a span costs the same however long it is.
 */
public final class WorkingHours {
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final ZoneId zone;
    private final Predicate<LocalDate> worksOn;
    private final Map<Long, long[]> spans = new HashMap<>();
    private final Map<Long, long[]> sums = new HashMap<>();

    private WorkingHours(ZoneId zone, Predicate<LocalDate> worksOn) {
        this.zone = zone;
        this.worksOn = worksOn;
    }

    /** Every Monday to Friday. */
    public static WorkingHours withoutHolidays(ZoneId zone) {
        return new WorkingHours(zone, day -> day.getDayOfWeek().getValue() <= 5);
    }

    /** Days for which {@code worksOn} holds, weekends not excepted. */
    public static WorkingHours on(ZoneId zone, Predicate<LocalDate> worksOn) {
        return new WorkingHours(zone, worksOn);
    }

    /** Working time from one instant to another, in microseconds. */
    public long between(long fromMicros, long toMicros) {
        long firstDay = localDay(fromMicros);
        long lastDay = localDay(toMicros);
        if (firstDay == lastDay) {
            return within(firstDay, fromMicros, toMicros);
        }
        return within(firstDay, fromMicros, Long.MAX_VALUE)
                + wholeDays(firstDay + 1, lastDay)
                + within(lastDay, Long.MIN_VALUE, toMicros);
    }

    private long localDay(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atZone(zone)
                .toLocalDate()
                .toEpochDay();
    }

    private long within(long day, long from, long to) {
        long[] open = span(day);
        return Math.max(0, Math.min(open[1], to) - Math.max(open[0], from));
    }

    /** Working time of the days from {@code from} up to but not including {@code to}, by 64-day blocks. */
    private long wholeDays(long from, long to) {
        long total = 0;
        long day = from;
        while (day < to) {
            if ((day & 63) == 0 && day + 64 <= to) {
                total += block(day);
                day += 64;
            } else {
                long[] open = span(day);
                total += open[1] - open[0];
                day++;
            }
        }
        return total;
    }

    private long block(long firstDay) {
        return sums.computeIfAbsent(firstDay, start -> {
            long total = 0;
            for (long day = start; day < start + 64; day++) {
                long[] open = span(day);
                total += open[1] - open[0];
            }
            return new long[] {total};
        })[0];
    }

    private long[] span(long epochDay) {
        return spans.computeIfAbsent(epochDay, key -> {
            LocalDate day = LocalDate.ofEpochDay(epochDay);
            if (!worksOn.test(day)) {
                return new long[] {0, 0};
            }
            return new long[] {micros(day, OPENS), micros(day, CLOSES)};
        });
    }

    private long micros(LocalDate day, LocalTime time) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, day.atTime(time).atZone(zone).toInstant());
    }
}
