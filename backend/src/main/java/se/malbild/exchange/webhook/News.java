// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.access.client.ClientCaller;
import se.malbild.access.client.Clients;
import se.malbild.cases.CaseFile;
import se.malbild.cases.Wait;
import se.malbild.exchange.status.CaseStatuses;
import se.malbild.exchange.submission.Submission;
import se.malbild.exchange.submission.Submissions;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.platform.events.EventRow;

/**
 * Makes messages of the events of cases, in their order: reads the outbox by {@code seq}, asks for each case who may follow it now, and keeps
 * messages and position in one transaction. A case nobody may follow leaves no trace here. One node reads at a time, whichever; one that
 * dies is followed by another from where it stood.
 */
@Singleton
public class News {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final int BATCH = 500;
    private static final String REGISTERED = "CaseRegistered";

    private final MessageRepository messages;
    private final WebhookRepository webhooks;
    private final EventRepository events;
    private final Clients clients;
    private final Submissions submissions;
    private final CaseStatuses statuses;
    private final Transactions transactions;
    private final Clock clock;

    News(
            MessageRepository messages,
            WebhookRepository webhooks,
            EventRepository events,
            Clients clients,
            Submissions submissions,
            CaseStatuses statuses,
            Transactions transactions,
            Clock clock) {
        this.messages = messages;
        this.webhooks = webhooks;
        this.events = events;
        this.clients = clients;
        this.submissions = submissions;
        this.statuses = statuses;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${malbild.webhooks.interval:1s}")
    void tick() {
        try {
            while (read() == BATCH) {
                // more is waiting
            }
        } catch (RuntimeException e) {
            LOG.warn("Events wait to become messages: {}", e.getMessage());
        }
    }

    /** Reads the next events; says how many there were. */
    int read() {
        return transactions.in(() -> {
            Optional<Long> position = messages.lockPosition();
            if (position.isEmpty()) {
                return 0;
            }
            if (!webhooks.anyActive()) {
                // Nobody is told of anything: what has happened until now is never told of.
                messages.movePosition(messages.newestSeq());
                return 0;
            }
            List<EventRow> batch = events.published(Chain.CASE, position.get(), BATCH);
            if (batch.isEmpty()) {
                return 0;
            }
            Map<UUID, Audience> audiences = new HashMap<>();
            byCase(batch)
                    .values()
                    .forEach(ofCase -> tell(
                            ofCase, audiences.computeIfAbsent(ofCase.getFirst().authorityId(), this::audience)));
            messages.movePosition(
                    java.util.Objects.requireNonNull(batch.getLast().seq()));
            return batch.size();
        });
    }

    private static Map<UUID, List<EventRow>> byCase(List<EventRow> batch) {
        return batch.stream()
                .collect(Collectors.groupingBy(EventRow::chainId, LinkedHashMap::new, Collectors.toList()));
    }

    /** Who is told of things at an authority, each as it may now. */
    private record Audience(List<Listener> listeners) {}

    private record Listener(Webhook webhook, ClientCaller client) {
        /** News from when it was made on; what was done before and is read after is not. */
        boolean hears(EventRow event) {
            return !event.recordedAt().isBefore(webhook.createdAt());
        }

        boolean wants(NewsKind kind) {
            return webhook.eventTypes().contains(kind.code());
        }
    }

    private Audience audience(UUID authorityId) {
        Map<UUID, Optional<ClientCaller>> callers = new HashMap<>();
        return new Audience(webhooks.active(authorityId).stream()
                .flatMap(webhook -> callers
                        .computeIfAbsent(webhook.clientId(), clients::now)
                        .filter(client -> client.may(ReadRight.MANAGE))
                        .map(client -> new Listener(webhook, client))
                        .stream())
                .toList());
    }

    private void tell(List<EventRow> ofCase, Audience audience) {
        if (audience.listeners().isEmpty()) {
            return;
        }
        UUID caseId = ofCase.getFirst().chainId();
        Instant now = clock.instant();
        Optional<EventRow> registered = ofCase.stream()
                .filter(event -> event.activity().equals(REGISTERED))
                .findFirst();
        registered.ifPresent(event -> tellOfRegistration(event, audience, now));
        List<Listener> following = audience.listeners().stream()
                .filter(each -> each.hears(ofCase.getLast())
                        && each.wants(NewsKind.CASE_STATUS_CHANGED)
                        && statuses.find(each.client(), caseId).isPresent())
                .toList();
        if (following.isEmpty()) {
            return;
        }
        CaseFile file = statuses.find(following.getFirst().client(), caseId).orElseThrow();
        Optional<String> before = messages.seen(file.authorityId(), caseId, face(file));
        // The case is seen as it is now, which may be after a move whose event is read only later: so a move is always
        // told, and once too often rather than never.
        boolean changed = ofCase.stream().anyMatch(News::moves)
                || before.filter(last -> !last.equals(face(file))).isPresent();
        if (changed) {
            Instant occurredAt = ofCase.getLast().occurredAt();
            following.forEach(
                    each -> messages.insert(each.webhook(), NewsKind.CASE_STATUS_CHANGED, caseId, occurredAt, now));
        }
    }

    private static boolean moves(EventRow event) {
        return !event.activity().equals(REGISTERED)
                && event.toState() != null
                && !event.toState().equals(event.fromState());
    }

    private void tellOfRegistration(EventRow event, Audience audience, Instant now) {
        List<Submission> began = submissions.thatBegan(event.authorityId(), event.chainId());
        for (Submission submission : began) {
            audience.listeners().stream()
                    .filter(each -> each.webhook().clientId().equals(submission.clientId())
                            && each.hears(event)
                            && each.wants(NewsKind.SUBMISSION_REGISTERED)
                            && submissions.mayRead(each.client(), submission.id()))
                    .forEach(each -> messages.insert(
                            each.webhook(), NewsKind.SUBMISSION_REGISTERED, submission.id(), event.occurredAt(), now));
        }
    }

    /** What a client reads of the status, in one line. */
    private static String face(CaseFile file) {
        CaseFile.NextDue due = file.nextDue();
        return String.join(
                "|",
                file.state().code(),
                file.waits().stream().sorted().map(Wait::code).collect(Collectors.joining(",")),
                due == null ? "" : due.date().toString(),
                file.unitId().toString());
    }
}
