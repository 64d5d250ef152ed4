// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Local time and holidays of many instants without an object for each: what a day's offset is, and whether it is a holiday, is looked up
 * once and kept in a small table by day. Used by one thread.
 */
final class LocalDays {
    private static final long DAY = 86_400_000_000L;
    private static final long SECOND = 1_000_000L;
    private static final int SLOTS = 1 << 14;
    private static final long EMPTY = Long.MIN_VALUE;
    /** A day on which the clock is changed: looked up each time. */
    private static final long CHANGES = Long.MAX_VALUE;

    private final ZoneRules rules;
    private final Predicate<LocalDate> holiday;
    private final long[] utcDays = new long[SLOTS];
    private final long[] offsets = new long[SLOTS];
    private final long[] localDays = new long[SLOTS];
    private final boolean[] holidays = new boolean[SLOTS];

    LocalDays(ZoneId zone, Predicate<LocalDate> holiday) {
        this.rules = zone.getRules();
        this.holiday = holiday;
        Arrays.fill(utcDays, EMPTY);
        Arrays.fill(localDays, EMPTY);
    }

    /** Microseconds since 1970 on the local clock. */
    long local(long utcMicros) {
        long day = Math.floorDiv(utcMicros, DAY);
        int slot = (int) (day & SLOTS - 1);
        if (utcDays[slot] != day) {
            utcDays[slot] = day;
            offsets[slot] = offsetOf(day);
        }
        return utcMicros + (offsets[slot] == CHANGES ? offsetAt(Math.floorDiv(utcMicros, SECOND)) : offsets[slot]);
    }

    private long offsetOf(long day) {
        long start = day * 86_400;
        ZoneOffsetTransition next =
                rules.nextTransition(Instant.ofEpochSecond(start).minusNanos(1));
        return next != null && next.toEpochSecond() < start + 86_400 ? CHANGES : offsetAt(start);
    }

    private long offsetAt(long epochSecond) {
        return rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds() * SECOND;
    }

    /** Whether the day of a local time is a holiday. */
    boolean isHoliday(long localMicros) {
        long day = Math.floorDiv(localMicros, DAY);
        int slot = (int) (day & SLOTS - 1);
        if (localDays[slot] != day) {
            localDays[slot] = day;
            holidays[slot] = holiday.test(LocalDate.ofEpochDay(day));
        }
        return holidays[slot];
    }

    /** Hour 0–23 of a local time. */
    static int hour(long localMicros) {
        return (int) (Math.floorMod(localMicros, DAY) / (3600 * SECOND));
    }

    /** ISO weekday of a local time, 1 = Monday; 1970-01-01 was a Thursday. */
    static int weekday(long localMicros) {
        return (int) Math.floorMod(Math.floorDiv(localMicros, DAY) + 3, 7L) + 1;
    }
}
