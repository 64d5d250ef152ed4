// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.client.ClientCaller;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** The webhooks of clients: each client sees and changes its own. */
@Singleton
class Webhooks {
    /** How long the key before goes on signing. */
    private static final Duration BOTH_SIGN = Duration.ofHours(24);

    private static final int REPLAYED_AT_MOST = 1000;

    private final WebhookRepository webhooks;
    private final MessageRepository messages;
    private final WebhookDoor door;
    private final Signing signing;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Webhooks(
            WebhookRepository webhooks,
            MessageRepository messages,
            WebhookDoor door,
            Signing signing,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.door = door;
        this.signing = signing;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** A webhook with the keys that sign now, and a secret that is shown this once. */
    record Shown(
            Webhook webhook,
            List<WebhookKey> keys,
            @Nullable String secret) {}

    List<Shown> list(ClientCaller client) {
        return webhooks.ofClient(client.clientId()).stream()
                .map(webhook -> shown(webhook, null))
                .toList();
    }

    /** One of the client's own; 404 otherwise. */
    Shown get(ClientCaller client, UUID id) {
        return shown(own(client, webhooks.find(id)), null);
    }

    Shown create(ClientCaller client, String url, List<String> eventTypes, WebhookKey.Algorithm algorithm) {
        List<String> types = eventTypes.stream().distinct().toList();
        List<FieldFault> faults = faultsOf(url, types);
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return transactions.in(() -> {
            if (webhooks.ofClient(client.clientId()).size() >= Webhook.MOST) {
                throw ProblemException.conflict(
                        "Klienten har redan 20 webhookar.", "The client already has 20 webhooks.");
            }
            Instant now = clock.instant();
            Webhook webhook = new Webhook(
                    Ids.next(), client.authorityId(), client.clientId(), url, types, null, null, null, null, now, 1);
            webhooks.insert(webhook);
            Signing.Made made = signing.make(Ids.next(), webhook.id(), algorithm, now);
            webhooks.insertKey(client.authorityId(), made.key());
            note(client, webhook, "WebhookCreated", Map.of("eventTypes", types));
            return shown(webhook, made.secret());
        });
    }

    private List<FieldFault> faultsOf(String url, List<String> types) {
        List<FieldFault> faults = new ArrayList<>();
        if (!isTaken(url)) {
            faults.add(FieldFault.of(
                    "/url",
                    "not_sent_to",
                    "Adressen ska börja med https:// och leda till en publik värd, utan användarnamn och #.",
                    "The address must begin with https:// and lead to a public host, without user name and #."));
        }
        types.stream().filter(type -> NewsKind.find(type).isEmpty()).findFirst().ifPresent(unknown -> {
            String all = String.join(", ", NewsKind.codes());
            faults.add(
                    FieldFault.of("/eventTypes", "unknown", "Välj bland: " + all + ".", "Choose among: " + all + "."));
        });
        return faults;
    }

    private boolean isTaken(String url) {
        try {
            return door.takes(URI.create(url));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    void delete(ClientCaller client, UUID id, long expected) {
        transactions.run(() -> {
            Webhook webhook = locked(client, id, expected);
            webhooks.delete(webhook);
            note(client, webhook, "WebhookDeleted", Map.of());
        });
    }

    Shown activate(ClientCaller client, UUID id, long expected) {
        return transactions.in(() -> {
            Webhook webhook = locked(client, id, expected);
            if (webhook.active()) {
                throw ProblemException.conflict("Webhooken används redan.", "The webhook is already used.");
            }
            webhooks.touch(webhook, null);
            note(client, webhook, "WebhookActivated", Map.of());
            return shown(own(client, webhooks.find(id)), null);
        });
    }

    /** A new key signs from now on; the one before goes on beside it for a day, and one before that stops: never more than two. */
    Shown rotate(ClientCaller client, UUID id, long expected, WebhookKey.Algorithm algorithm) {
        return transactions.in(() -> {
            Webhook webhook = locked(client, id, expected);
            Instant now = clock.instant();
            webhooks.retireKeys(id, now, now.plus(BOTH_SIGN));
            Signing.Made made = signing.make(Ids.next(), id, algorithm, now);
            webhooks.insertKey(client.authorityId(), made.key());
            webhooks.touch(webhook, webhook.disabledReason());
            note(client, webhook, "WebhookKeyExchanged", Map.of("algorithm", algorithm.code()));
            return shown(own(client, webhooks.find(id)), made.secret());
        });
    }

    int replay(ClientCaller client, UUID id, long expected, Instant since, @Nullable Instant until) {
        return transactions.in(() -> {
            Webhook webhook = locked(client, id, expected);
            if (!webhook.active()) {
                throw ProblemException.conflict(
                        "Webhooken är avstängd. Slå på den först.", "The webhook is disabled. Activate it first.");
            }
            Instant now = clock.instant();
            int queued = messages.replay(webhook, since, until == null ? now : until, now, REPLAYED_AT_MOST);
            note(client, webhook, "WebhookReplayed", Map.of("count", queued));
            return queued;
        });
    }

    private Webhook locked(ClientCaller client, UUID id, long expected) {
        Webhook webhook = own(client, webhooks.lock(id));
        if (webhook.version() != expected) {
            throw ProblemException.stale(webhook.version());
        }
        return webhook;
    }

    private static Webhook own(ClientCaller client, Optional<Webhook> found) {
        return found.filter(webhook -> webhook.clientId().equals(client.clientId()))
                .orElseThrow(ProblemException::notFound);
    }

    private Shown shown(Webhook webhook, @Nullable String secret) {
        return new Shown(webhook, webhooks.keys(webhook.id(), clock.instant()), secret);
    }

    private void note(ClientCaller client, Webhook webhook, String activity, Map<String, Object> attributes) {
        events.append(NewEvent.inAuthority(client.authorityId(), activity, clock.instant(), client.actor())
                .withObjects("client:" + client.clientId(), "webhook:" + webhook.id())
                .withAttributes(attributes));
    }
}
