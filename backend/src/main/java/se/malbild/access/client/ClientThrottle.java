// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import se.malbild.platform.problem.ProblemException;

/**
 * Slows down guessing of clients' secrets: after 10 wrong tries for a client from one address, or 100 from an address, within 15 minutes,
 * the next from there are refused. Counted by address, since a client's identity is no secret and anybody could otherwise shut it out. Kept
 * in this process only. Thread-safe.
 */
@Singleton
class ClientThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_CLIENT = 10;
    private static final int PER_ADDRESS = 100;

    private final Cache<String, AtomicInteger> wrong =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(100_000).build();

    /** Throws 429 when there have been too many. */
    void check(String clientId, String address) {
        if (count(pair(clientId, address)) >= PER_CLIENT || count(address) >= PER_ADDRESS) {
            throw ProblemException.tooManyTries(WINDOW);
        }
    }

    void wrong(String clientId, String address) {
        wrong.get(pair(clientId, address), key -> new AtomicInteger()).incrementAndGet();
        wrong.get(address, key -> new AtomicInteger()).incrementAndGet();
    }

    private int count(String key) {
        AtomicInteger count = wrong.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    private static String pair(String clientId, String address) {
        return clientId + " " + address;
    }
}
