// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a client has handed in (inlämning).
 *
 * @param id the tracking identity of its receipt
 * @param itemId the item of the inbox it is
 * @param clientReference the client's own name for it
 */
public record Submission(
        UUID id,
        UUID authorityId,
        UUID clientId,
        UUID itemId,
        @Nullable String clientReference,
        Instant receivedAt) {}
