// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What proves that it is the client: a secret, of which only the hash is kept, or the public half of a pair.
 *
 * @param publicKey SubjectPublicKeyInfo (DER)
 * @param secretHash SHA-256
 * @param hint what tells it from others
 * @param validTo last day; absent = until it is ended
 */
public record ClientKey(
        UUID id,
        UUID clientId,
        Kind kind,
        byte @Nullable [] publicKey,
        byte @Nullable [] secretHash,
        String hint,
        @Nullable LocalDate validTo,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /** How many may work at a time, so that one can be exchanged without interruption. */
    static final int AT_A_TIME = 2;

    /** What kind of key. */
    public enum Kind {
        SECRET,
        PUBLIC_KEY;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether tokens are given for it that day. */
    public boolean worksOn(LocalDate day) {
        return endedAt == null && (validTo == null || !day.isAfter(validTo));
    }
}
