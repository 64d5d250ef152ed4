// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventLog;

/**
 * How many events some cases have, and from when to when.
 *
 * @param firstAt absent where there are none
 */
public record Span(
        long events, @Nullable Instant firstAt, @Nullable Instant lastAt) {

    /** Of the cases whose bit is set. */
    public static Span of(EventLog log, BitSet cases) {
        long events = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int c = cases.nextSetBit(0); c >= 0; c = cases.nextSetBit(c + 1)) {
            int from = log.caseOffset()[c];
            int to = log.caseOffset()[c + 1];
            events += to - from;
            first = Math.min(first, log.instantMicros()[from]);
            last = Math.max(last, log.instantMicros()[to - 1]);
        }
        return events == 0 ? new Span(0, null, null) : new Span(events, instant(first), instant(last));
    }

    /** Microseconds since 1970 as an instant. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
