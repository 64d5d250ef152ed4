// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import se.malbild.platform.problem.ProblemException;

/**
 * Slows down guessing of codes: after 10 wrong ones from an address within a minute the next are refused until the minute has passed. A
 * whole room may share one address, so right codes do not count. Kept in this process only, and no address is stored. Thread-safe.
 */
@Singleton
public class CodeThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int WRONG_TRIES = 10;

    private final Cache<String, AtomicInteger> wrong = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(100_000)
            .ticker(Ticker.systemTicker())
            .build();

    /** Throws 429 when there have been too many. */
    public void check(String address) {
        AtomicInteger count = wrong.getIfPresent(address);
        if (count != null && count.get() >= WRONG_TRIES) {
            throw ProblemException.tooManyTries(WINDOW);
        }
    }

    /** One more wrong code from that address. */
    public void wrong(String address) {
        wrong.get(address, key -> new AtomicInteger()).incrementAndGet();
    }
}
