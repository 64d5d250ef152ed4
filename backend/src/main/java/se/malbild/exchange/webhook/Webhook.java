// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of a client that is told of news.
 *
 * @param eventTypes codes of {@link NewsKind}
 * @param disabledReason why nothing is sent to it; absent = it is active
 * @param lastFailure what the last try that failed met with
 * @param version number of the version; the ETag holds the same. What a delivery changes is not part of it
 */
public record Webhook(
        UUID id,
        UUID authorityId,
        UUID clientId,
        String url,
        List<String> eventTypes,
        @Nullable String disabledReason,
        @Nullable Instant lastDeliveredAt,
        @Nullable String lastFailure,
        @Nullable Instant lastFailedAt,
        Instant createdAt,
        long version) {
    /** How many a client may have. */
    static final int MOST = 20;
    /** Its receiver answered 410. */
    static final String GONE = "gone";

    boolean active() {
        return disabledReason == null;
    }
}
