// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.ClientWebhook;
import se.malbild.api.model.ClientWebhookState;
import se.malbild.api.model.WebhookAlgorithm;

/** Webhooks ↔ the contract's. */
final class WebhookMapper {
    private WebhookMapper() {}

    static WebhookKey.Algorithm algorithm(@Nullable WebhookAlgorithm sent) {
        return sent == null ? WebhookKey.Algorithm.ED25519 : WebhookKey.Algorithm.of(sent.getValue());
    }

    static se.malbild.api.model.Webhook webhook(Webhooks.Shown shown) {
        Webhook webhook = shown.webhook();
        se.malbild.api.model.Webhook mapped = new se.malbild.api.model.Webhook(
                webhook.id(),
                webhook.url(),
                webhook.eventTypes(),
                webhook.active() ? "active" : "disabled",
                shown.keys().stream().map(WebhookMapper::key).toList(),
                AccessMapper.time(webhook.createdAt()));
        mapped.setDisabledReason(webhook.disabledReason());
        mapped.setLastDeliveredAt(time(webhook.lastDeliveredAt()));
        mapped.setLastFailure(webhook.lastFailure());
        mapped.setLastFailedAt(time(webhook.lastFailedAt()));
        mapped.setSecret(shown.secret());
        return mapped;
    }

    private static se.malbild.api.model.WebhookKey key(WebhookKey key) {
        se.malbild.api.model.WebhookKey mapped = new se.malbild.api.model.WebhookKey(
                key.id(), key.algorithm().code(), AccessMapper.time(key.createdAt()));
        mapped.setPublicKey(key.publicKey());
        mapped.setRetiresAt(time(key.retiresAt()));
        return mapped;
    }

    static ClientWebhook fare(WebhookRepository.Fare fare, String clientName) {
        Webhook webhook = fare.webhook();
        ClientWebhook mapped = new ClientWebhook(
                webhook.id(),
                webhook.clientId(),
                clientName,
                webhook.url(),
                webhook.eventTypes(),
                webhook.active() ? ClientWebhookState.ACTIVE : ClientWebhookState.DISABLED,
                fare.waiting(),
                fare.givenUp());
        mapped.setDisabledReason(webhook.disabledReason());
        mapped.setLastDeliveredAt(time(webhook.lastDeliveredAt()));
        mapped.setLastFailure(webhook.lastFailure());
        mapped.setLastFailedAt(time(webhook.lastFailedAt()));
        return mapped;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : AccessMapper.time(instant);
    }
}
