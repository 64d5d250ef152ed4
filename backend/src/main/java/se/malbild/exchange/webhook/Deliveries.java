// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/**
 * Sends what is due, some at a time and none waiting for another. A message is taken for two minutes: a node that dies with it leaves it to
 * another, so one may come twice, with the same {@code webhook-id}. Whether the client may read what it tells of is asked anew at each try;
 * what it may not is dropped and logged, and nothing is sent.
 */
@Singleton
public class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration TAKEN = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 32;

    private final MessageRepository messages;
    private final WebhookRepository webhooks;
    private final WebhookDoor door;
    private final Signing signing;
    private final ReadRight right;
    private final Transactions transactions;
    private final EventWriter events;
    private final ObjectMapper json;
    private final Clock clock;
    private final String publicAddress;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Deliveries(
            MessageRepository messages,
            WebhookRepository webhooks,
            WebhookDoor door,
            Signing signing,
            ReadRight right,
            Transactions transactions,
            EventWriter events,
            ObjectMapper json,
            Clock clock,
            @Value("${malbild.public-address:}") String publicAddress) {
        this.messages = messages;
        this.webhooks = webhooks;
        this.door = door;
        this.signing = signing;
        this.right = right;
        this.transactions = transactions;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    @Scheduled(fixedDelay = "${malbild.webhooks.interval:1s}")
    void tick() {
        try {
            int free = room.availablePermits();
            if (free == 0) {
                return;
            }
            Instant now = clock.instant();
            List<Message> due = transactions.in(() -> messages.claim(now, now.plus(TAKEN), free));
            for (Message message : due) {
                room.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        deliver(message);
                    } catch (RuntimeException e) {
                        LOG.warn("Message {} is tried again later: {}", message.id(), e.getMessage());
                    } finally {
                        room.release();
                    }
                });
            }
        } catch (RuntimeException e) {
            LOG.warn("Messages wait to be sent: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "9m")
    void forgetOld() {
        messages.forget(clock.instant().minus(KEPT));
    }

    @PreDestroy
    void end() {
        threads.shutdown();
    }

    private void deliver(Message message) {
        Optional<Webhook> found = webhooks.find(message.webhookId());
        if (found.isEmpty()) {
            return;
        }
        Webhook webhook = found.get();
        if (!webhook.active()) {
            transactions.run(() -> messages.giveUpAll(webhook, clock.instant()));
            return;
        }
        if (!right.holdsNow(webhook, message)) {
            transactions.run(() -> {
                messages.settle(message, MessageState.DROPPED, message.tries(), clock.instant());
                note(webhook, message, "WebhookDropped", Map.of("why", "no_longer_permitted"));
            });
            return;
        }
        Instant now = clock.instant();
        String body = bodyOf(message);
        String id = message.id().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature", signing.sign(webhooks.keys(webhook.id(), now), id, now.getEpochSecond(), body));
        WebhookDoor.Met met = door.post(URI.create(webhook.url()), headers, body);
        transactions.run(() -> record(webhook, message, met));
    }

    private String bodyOf(Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", message.kind().code());
        body.put("id", message.id().toString());
        body.put("resourceUrl", publicAddress + message.kind().pathOf(message.resourceId()));
        body.put("occurredAt", message.occurredAt().toString());
        body.put("seq", message.seq());
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Webhook webhook, Message message, WebhookDoor.Met met) {
        Instant now = clock.instant();
        if (met.arrived()) {
            messages.settle(message, MessageState.DELIVERED, message.tries(), now);
            webhooks.delivered(webhook, now);
            note(webhook, message, "WebhookDelivered", Map.of("status", met.status(), "tries", message.tries() + 1));
            return;
        }
        String words = met.status() == 0 ? met.words() : "answered " + met.status();
        webhooks.failed(webhook, words, now);
        int tries = message.tries() + 1;
        Optional<Duration> wait = met.gone()
                ? Optional.empty()
                : RetryLadder.after(tries, ThreadLocalRandom.current().nextDouble());
        wait.ifPresentOrElse(
                after -> messages.retry(message, tries, now.plus(after)),
                () -> messages.settle(message, MessageState.GIVEN_UP, tries, now));
        note(webhook, message, "WebhookFailed", Map.of("met", words, "tries", tries, "givenUp", wait.isEmpty()));
        if (met.gone()) {
            webhooks.touch(webhook, Webhook.GONE);
            messages.giveUpAll(webhook, now);
            note(webhook, message, "WebhookDisabled", Map.of("why", Webhook.GONE));
        }
    }

    private void note(Webhook webhook, Message message, String activity, Map<String, Object> attributes) {
        events.append(NewEvent.inAuthority(webhook.authorityId(), activity, clock.instant(), Actor.system())
                .withObjects("client:" + webhook.clientId(), "webhook:" + webhook.id(), "message:" + message.id())
                .withAttributes(attributes));
    }
}
