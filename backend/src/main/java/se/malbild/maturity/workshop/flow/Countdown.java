// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a workshop. The server keeps the deadline, so a restart changes nothing; who shows it counts down from what is left.
 *
 * @param total the whole time
 * @param left what was left when it was stopped; of no meaning while it runs
 * @param endsAt when it runs out; absent while it stands still
 */
public record Countdown(
        Duration total, Duration left, @Nullable Instant endsAt) {
    /** What one press adds. */
    public static final Duration MORE = Duration.ofSeconds(30);

    /** No time is kept. */
    public static final Countdown NONE = new Countdown(Duration.ZERO, Duration.ZERO, null);

    /** A clock that begins to run. */
    public static Countdown of(Duration total, Instant now) {
        return new Countdown(total, total, now.plus(total));
    }

    public boolean isRunning() {
        return endsAt != null;
    }

    /** Whether there is a time to keep. */
    public boolean isSet() {
        return !total.isZero();
    }

    /** What is left, never below zero. */
    public Duration remaining(Instant now) {
        if (endsAt == null) {
            return left;
        }
        Duration until = Duration.between(now, endsAt);
        return until.isNegative() ? Duration.ZERO : until;
    }

    /** Standing still. */
    public Countdown pause(Instant now) {
        return new Countdown(total, remaining(now), null);
    }

    /** Running on from what is left. */
    public Countdown resume(Instant now) {
        Duration remaining = remaining(now);
        return new Countdown(total, remaining, now.plus(remaining));
    }

    /** Half a minute more from what is left now; one that has run out runs for half a minute. */
    public Countdown extend(Instant now) {
        Duration more = remaining(now).plus(MORE);
        return new Countdown(total, more, isRunning() ? now.plus(more) : null);
    }

    /** The whole time anew, running. */
    public Countdown restart(Instant now) {
        return of(total, now);
    }
}
