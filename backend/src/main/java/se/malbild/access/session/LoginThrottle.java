// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import se.malbild.platform.problem.ProblemException;

/**
 * Slows down guessing: after 10 wrong tries for a name, or 100 from an address, within 15 minutes, the next are refused until the
 * window has passed. Kept in this process only. Thread-safe.
 */
@Singleton
class LoginThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_NAME = 10;
    private static final int PER_ADDRESS = 100;

    private final Cache<String, AtomicInteger> wrong = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(100_000)
            .ticker(Ticker.systemTicker())
            .build();

    /** Throws 429 when there have been too many. */
    void check(String userName, String address) {
        if (count(name(userName)) >= PER_NAME || count("address:" + address) >= PER_ADDRESS) {
            throw ProblemException.tooManyTries(WINDOW);
        }
    }

    void wrong(String userName, String address) {
        wrong.get(name(userName), key -> new AtomicInteger()).incrementAndGet();
        wrong.get("address:" + address, key -> new AtomicInteger()).incrementAndGet();
    }

    void right(String userName) {
        wrong.invalidate(name(userName));
    }

    private int count(String key) {
        AtomicInteger count = wrong.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    private static String name(String userName) {
        return "name:" + userName.toLowerCase(Locale.ROOT);
    }
}
