// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Ids;

/** Rows of messages, how far the events have been read, and the status each case was last seen with. */
@Singleton
class MessageRepository {
    private final Jdbi jdbi;

    MessageRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How far the events of cases have been read; locked, so that one node reads at a time. Empty where another node holds it. */
    Optional<Long> lockPosition() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT last_seq FROM webhook_positions WHERE name = 'CASE' FOR UPDATE SKIP LOCKED")
                .mapTo(Long.class)
                .findOne());
    }

    void movePosition(long seq) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE webhook_positions SET last_seq = :seq WHERE name = 'CASE'")
                .bind("seq", seq)
                .execute());
    }

    /** The number of the newest event of a case that is numbered. */
    long newestSeq() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(seq), 0) FROM case_events")
                .mapTo(Long.class)
                .one());
    }

    /** Keeps the status a case is seen with now; gives the one it was seen with before, if any. */
    Optional<String> seen(UUID authorityId, UUID caseId, String face) {
        return jdbi.withHandle(handle -> {
            Optional<String> before = handle.createQuery(
                            "SELECT face FROM webhook_case_faces WHERE case_id = :case FOR UPDATE")
                    .bind("case", caseId)
                    .mapTo(String.class)
                    .findOne();
            handle.createUpdate("""
                    INSERT INTO webhook_case_faces (case_id, authority_id, face) VALUES (:case, :authority, :face)
                    ON DUPLICATE KEY UPDATE face = :face""")
                    .bind("case", caseId)
                    .bind("authority", authorityId)
                    .bind("face", face)
                    .execute();
            return before;
        });
    }

    /** A new message, which waits to be sent now. */
    void insert(Webhook webhook, NewsKind kind, UUID resourceId, Instant occurredAt, Instant now) {
        jdbi.useHandle(handle -> {
            long seq = handle.createQuery("SELECT next_seq FROM webhooks WHERE id = :id FOR UPDATE")
                    .bind("id", webhook.id())
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("UPDATE webhooks SET next_seq = :next WHERE id = :id")
                    .bind("next", seq + 1)
                    .bind("id", webhook.id())
                    .execute();
            handle.createUpdate("""
                    INSERT INTO webhook_messages (id, authority_id, webhook_id, seq, kind, resource_id, occurred_at, state, tries, next_at,
                        created_at)
                    VALUES (:id, :authority, :webhook, :seq, :kind, :resource, :occurredAt, 'pending', 0, :now, :now)""")
                    .bind("id", Ids.next())
                    .bind("authority", webhook.authorityId())
                    .bind("webhook", webhook.id())
                    .bind("seq", seq)
                    .bind("kind", kind.code())
                    .bind("resource", resourceId)
                    .bind("occurredAt", occurredAt)
                    .bind("now", now)
                    .execute();
        });
    }

    /** Takes messages that are due, which no other node has taken, until {@code until}; a node that dies leaves them to others then. */
    List<Message> claim(Instant now, Instant until, int limit) {
        return jdbi.withHandle(handle -> {
            List<Message> due = handle.createQuery("""
                    SELECT id, authority_id, webhook_id, seq, kind, resource_id, occurred_at, tries FROM webhook_messages
                     WHERE state = 'pending' AND next_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
                     ORDER BY next_at LIMIT :limit FOR UPDATE SKIP LOCKED""")
                    .bind("now", now)
                    .bind("limit", limit)
                    .map((rs, context) -> new Message(
                            UUID.fromString(rs.getString("id")),
                            UUID.fromString(rs.getString("authority_id")),
                            UUID.fromString(rs.getString("webhook_id")),
                            rs.getLong("seq"),
                            NewsKind.of(rs.getString("kind")),
                            UUID.fromString(rs.getString("resource_id")),
                            rs.getObject("occurred_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            rs.getInt("tries")))
                    .list();
            if (!due.isEmpty()) {
                handle.createUpdate("UPDATE webhook_messages SET claimed_until = :until WHERE id IN (<ids>)")
                        .bind("until", until)
                        .bindList(
                                "ids",
                                due.stream().map(each -> each.id().toString()).toList())
                        .execute();
            }
            return due;
        });
    }

    /** It is done with, one way or the other. */
    void settle(Message message, MessageState state, int tries, Instant now) {
        update(message, state, tries, null, now);
    }

    /** It is tried again then. */
    void retry(Message message, int tries, Instant at) {
        update(message, MessageState.PENDING, tries, at, null);
    }

    private void update(
            Message message, MessageState state, int tries, @Nullable Instant nextAt, @Nullable Instant settledAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE webhook_messages SET state = :state, tries = :tries, next_at = :next, claimed_until = NULL, settled_at = :settled
                 WHERE id = :id AND state = 'pending'""")
                .bind("state", state.code())
                .bind("tries", tries)
                .bind("next", nextAt)
                .bind("settled", settledAt)
                .bind("id", message.id())
                .execute());
    }

    /** What waits is given up at once: nothing is sent to a webhook that is disabled. */
    void giveUpAll(Webhook webhook, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE webhook_messages SET state = 'given_up', next_at = NULL, claimed_until = NULL, settled_at = :now
                 WHERE webhook_id = :webhook AND state = 'pending'""")
                .bind("webhook", webhook.id())
                .bind("now", now)
                .execute());
    }

    /** Those of that time wait to be sent anew, oldest first; says how many. */
    int replay(Webhook webhook, Instant since, Instant until, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE webhook_messages SET state = 'pending', tries = 0, next_at = :now, claimed_until = NULL, settled_at = NULL
                 WHERE webhook_id = :webhook AND state IN ('delivered', 'given_up') AND created_at >= :since AND created_at < :until
                 ORDER BY created_at LIMIT %d""".formatted(limit))
                .bind("webhook", webhook.id())
                .bind("since", since)
                .bind("until", until)
                .bind("now", now)
                .execute());
    }

    int forget(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "DELETE FROM webhook_messages WHERE created_at < :before AND state != 'pending' LIMIT 10000")
                .bind("before", before)
                .execute());
    }
}
