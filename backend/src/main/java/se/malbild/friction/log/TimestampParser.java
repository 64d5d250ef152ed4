// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Reads xs:dateTime (XML Schema Part 2, §3.2.7) as microseconds since 1970 UTC; finer digits are cut. An offset in the text is honoured;
 * a missing one means the assumed zone. Used by one thread.
 */
public final class TimestampParser {
    /** What {@link #parse} gives for a text that is no time. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    private final ZoneId assumedZone;
    private boolean hadOffset;
    private int at;

    /** @param assumedZone zone of times without offset */
    public TimestampParser(ZoneId assumedZone) {
        this.assumedZone = assumedZone;
    }

    /** Whether the last text had an offset of its own. */
    public boolean hadOffset() {
        return hadOffset;
    }

    /** Microseconds since 1970-01-01T00:00:00Z, or {@link #UNREADABLE}. */
    public long parse(String text) {
        int length = text.length();
        if (length < 19 || length > 40) {
            return UNREADABLE;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        char between = text.charAt(10);
        boolean shaped = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (between == 'T' || between == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        if (!shaped
                || year < 0
                || month < 1
                || month > 12
                || day < 1
                || day > daysIn(year, month)
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59) {
            return UNREADABLE;
        }
        at = 19;
        int micros = fraction(text);
        if (micros < 0) {
            return UNREADABLE;
        }
        long local = ((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
        return zoned(text, local, micros);
    }

    private long zoned(String text, long localSeconds, int micros) {
        int length = text.length();
        hadOffset = at < length;
        if (!hadOffset) {
            return assumed(localSeconds) * 1_000_000 + micros;
        }
        char sign = text.charAt(at);
        if (sign == 'Z' && at + 1 == length) {
            return localSeconds * 1_000_000 + micros;
        }
        boolean colon = length - at == 6 && text.charAt(at + 3) == ':';
        if ((sign != '+' && sign != '-') || !(colon || length - at == 5)) {
            return UNREADABLE;
        }
        int hours = digits(text, at + 1, 2);
        int minutes = digits(text, at + (colon ? 4 : 3), 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return UNREADABLE;
        }
        int offset = (hours * 60 + minutes) * 60;
        return (sign == '+' ? localSeconds - offset : localSeconds + offset) * 1_000_000 + micros;
    }

    private long assumed(long localSeconds) {
        try {
            LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, java.time.ZoneOffset.UTC);
            return local.atZone(assumedZone).toEpochSecond();
        } catch (DateTimeException e) {
            return localSeconds;
        }
    }

    private int fraction(String text) {
        if (at >= text.length() || text.charAt(at) != '.') {
            return 0;
        }
        int start = ++at;
        int micros = 0;
        int taken = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            if (taken < 6) {
                micros = micros * 10 + text.charAt(at) - '0';
                taken++;
            }
            at++;
        }
        if (at == start) {
            return -1;
        }
        for (; taken < 6; taken++) {
            micros *= 10;
        }
        return micros;
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, counting years from March so that leap days come last. */
    private static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /** An instant as microseconds since 1970. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
