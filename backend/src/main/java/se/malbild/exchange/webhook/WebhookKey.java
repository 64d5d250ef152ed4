// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs a webhook's messages.
 *
 * @param sealed the secret, or the private half of the pair, sealed
 * @param publicKey what the receiver verifies with; absent for HMAC
 * @param retiresAt when it stops signing; absent = until it is exchanged
 */
public record WebhookKey(
        UUID id,
        UUID webhookId,
        Algorithm algorithm,
        byte[] sealed,
        @Nullable String publicKey,
        Instant createdAt,
        @Nullable Instant retiresAt) {

    /** How it signs. */
    public enum Algorithm {
        /** {@code v1a}: only we can sign. */
        ED25519,
        /** {@code v1}: whoever can verify can sign as well. */
        HMAC_SHA256;

        /** As in the contract and the database. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Algorithm of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it signs at that time. */
    boolean signsAt(Instant at) {
        return retiresAt == null || retiresAt.isAfter(at);
    }
}
