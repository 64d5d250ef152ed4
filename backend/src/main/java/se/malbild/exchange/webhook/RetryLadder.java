// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that did not arrive is tried again (Standard Webhooks; CASES §13): nine more times, over some three days. */
final class RetryLadder {
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    /** Up to a tenth more, so that what failed together does not come back together. */
    private static final double JITTER = 0.1;

    private RetryLadder() {}

    /**
     * How long to wait after the try, or nothing where it is given up.
     *
     * @param tries how many have failed, at least one
     * @param chance from 0 to 1, drawn by the caller
     */
    static Optional<Duration> after(int tries, double chance) {
        if (tries > STEPS.size()) {
            return Optional.empty();
        }
        Duration step = STEPS.get(tries - 1);
        return Optional.of(step.plusMillis((long) (step.toMillis() * JITTER * chance)));
    }
}
