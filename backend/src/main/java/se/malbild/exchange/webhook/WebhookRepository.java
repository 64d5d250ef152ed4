// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of webhooks and their keys. */
@Singleton
class WebhookRepository {
    private static final String SELECT = """
        SELECT id, authority_id, client_id, url, event_types, disabled_reason, last_delivered_at, last_failure, last_failed_at, created_at,
               version FROM webhooks""";
    private static final String SEPARATOR = ",";

    private final Jdbi jdbi;

    WebhookRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A webhook with how its messages stand. */
    record Fare(Webhook webhook, int waiting, int givenUp) {}

    void insert(Webhook webhook) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO webhooks (id, authority_id, client_id, url, event_types, next_seq, version, created_at)
                VALUES (:id, :authorityId, :clientId, :url, :types, 1, :version, :createdAt)""")
                .bindMethods(webhook)
                .bind("types", String.join(SEPARATOR, webhook.eventTypes()))
                .execute());
    }

    List<Webhook> ofClient(UUID clientId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE client_id = :client ORDER BY id")
                .bind("client", clientId)
                .map(WebhookRepository::row)
                .list());
    }

    /** Those of an authority that are sent to. */
    List<Webhook> active(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE authority_id = :authority AND disabled_reason IS NULL ORDER BY id")
                .bind("authority", authorityId)
                .map(WebhookRepository::row)
                .list());
    }

    /** Whether anybody anywhere is told of anything. */
    boolean anyActive() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM webhooks WHERE disabled_reason IS NULL)")
                        .mapTo(Boolean.class)
                        .one());
    }

    Optional<Webhook> find(UUID id) {
        return one(id, "");
    }

    Optional<Webhook> lock(UUID id) {
        return one(id, " FOR UPDATE");
    }

    private Optional<Webhook> one(UUID id, String suffix) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id" + suffix)
                .bind("id", id)
                .map(WebhookRepository::row)
                .findOne());
    }

    /** Webhooks of the authority's clients with how their messages stand. */
    List<Fare> fares(UUID authorityId, @Nullable UUID clientId, int limit) {
        String ofClient = clientId == null ? "" : " AND client_id = :client";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT + " WHERE authority_id = :authority" + ofClient
                            + " ORDER BY client_id, id LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("limit", limit);
            if (clientId != null) {
                query.bind("client", clientId);
            }
            return query.map(WebhookRepository::row).list().stream()
                    .map(webhook -> new Fare(
                            webhook, count(webhook, MessageState.PENDING), count(webhook, MessageState.GIVEN_UP)))
                    .toList();
        });
    }

    private int count(Webhook webhook, MessageState state) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM (SELECT 1 FROM webhook_messages WHERE webhook_id = :webhook AND state = :state LIMIT 1000) few""")
                .bind("webhook", webhook.id())
                .bind("state", state.code())
                .mapTo(Integer.class)
                .one());
    }

    /** Something the client has changed. */
    void touch(Webhook webhook, @Nullable String disabledReason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE webhooks SET disabled_reason = :reason, version = version + 1 WHERE id = :id")
                .bind("reason", disabledReason)
                .bind("id", webhook.id())
                .execute());
    }

    void delivered(Webhook webhook, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE webhooks SET last_delivered_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", webhook.id())
                .execute());
    }

    void failed(Webhook webhook, String words, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE webhooks SET last_failure = :words, last_failed_at = :at WHERE id = :id")
                .bind("words", words)
                .bind("at", at)
                .bind("id", webhook.id())
                .execute());
    }

    /** The webhook, its keys and its messages are gone. */
    void delete(Webhook webhook) {
        jdbi.useHandle(handle -> {
            for (String table : List.of("webhook_messages", "webhook_keys")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE webhook_id = :id")
                        .bind("id", webhook.id())
                        .execute();
            }
            handle.createUpdate("DELETE FROM webhooks WHERE id = :id")
                    .bind("id", webhook.id())
                    .execute();
        });
    }

    /** Keys that sign at that time, the newest last. */
    List<WebhookKey> keys(UUID webhookId, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, webhook_id, algorithm, sealed, public_key, created_at, retires_at FROM webhook_keys
                 WHERE webhook_id = :webhook AND (retires_at IS NULL OR retires_at > :at) ORDER BY id""")
                .bind("webhook", webhookId)
                .bind("at", at)
                .map((rs, context) -> new WebhookKey(
                        UUID.fromString(rs.getString("id")),
                        UUID.fromString(rs.getString("webhook_id")),
                        WebhookKey.Algorithm.of(rs.getString("algorithm")),
                        rs.getBytes("sealed"),
                        rs.getString("public_key"),
                        rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        instant(rs, "retires_at")))
                .list());
    }

    void insertKey(UUID authorityId, WebhookKey key) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO webhook_keys (id, authority_id, webhook_id, algorithm, sealed, public_key, created_at)
                VALUES (:id, :authority, :webhookId, :algorithmCode, :sealed, :publicKey, :createdAt)""")
                .bindMethods(key)
                .bind("authority", authorityId)
                .bind("algorithmCode", key.algorithm().code())
                .execute());
    }

    /** Those that have no end yet stop signing then; one that was on its way out stops now. */
    void retireKeys(UUID webhookId, Instant now, Instant then) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE webhook_keys SET retires_at = IF(retires_at IS NULL, :then, :now)
                 WHERE webhook_id = :webhook AND (retires_at IS NULL OR retires_at > :now)""")
                .bind("webhook", webhookId)
                .bind("then", then)
                .bind("now", now)
                .execute());
    }

    private static Webhook row(ResultSet rs, StatementContext context) throws SQLException {
        return new Webhook(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("client_id")),
                rs.getString("url"),
                List.of(rs.getString("event_types").split(SEPARATOR)),
                rs.getString("disabled_reason"),
                instant(rs, "last_delivered_at"),
                rs.getString("last_failure"),
                instant(rs, "last_failed_at"),
                rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                rs.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        LocalDateTime utc = rs.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
