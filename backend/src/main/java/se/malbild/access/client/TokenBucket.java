// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import java.time.Duration;

/** A bucket that fills at a steady rate and from which each request takes one. Thread-safe. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int size;
    private double left;
    private long filledAt;

    /** A full one. */
    TokenBucket(double perSecond, int size, long nowNanos) {
        this.perSecond = perSecond;
        this.size = size;
        this.left = size;
        this.filledAt = nowNanos;
    }

    /**
     * How it stands after a try.
     *
     * @param taken whether there was one to take
     * @param untilNext how long until there is one again
     * @param untilFull how long until it is full
     */
    record Standing(boolean taken, int limit, int remaining, Duration untilNext, Duration untilFull) {}

    synchronized Standing take(long nowNanos) {
        left = Math.min(size, left + Math.max(0, nowNanos - filledAt) / NANOS * perSecond);
        filledAt = nowNanos;
        boolean taken = left >= 1;
        if (taken) {
            left--;
        }
        return new Standing(taken, size, (int) left, seconds(Math.max(0, 1 - left)), seconds(size - left));
    }

    private Duration seconds(double tokens) {
        return Duration.ofNanos((long) (tokens / perSecond * NANOS));
    }
}
