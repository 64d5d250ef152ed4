// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to one webhook; its identity is the {@code webhook-id}, the same at every try.
 *
 * @param seq its place among those to the webhook: of the webhook's own, so that it tells nothing of what others are told of
 * @param resourceId what it tells of
 * @param tries how many have failed
 */
record Message(
        UUID id,
        UUID authorityId,
        UUID webhookId,
        long seq,
        NewsKind kind,
        UUID resourceId,
        Instant occurredAt,
        int tries) {}
