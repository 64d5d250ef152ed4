// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identities. Thread-safe. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * A time-ordered identity: UUID version 7 (RFC 9562 §5.7), 48 bits of milliseconds and 74 random bits. Never for what must not
     * tell when it came (answers, quotes): use {@link #unordered()}.
     */
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** As {@link #next()}, for a thing that happened at {@code epochMillis}: history that is loaded keeps its order. */
    public static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /** An identity that says nothing: UUID version 4. */
    public static UUID unordered() {
        return UUID.randomUUID();
    }
}
