// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of sessions. */
@Singleton
class SessionRepository {
    private final Jdbi jdbi;

    SessionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A session with the account it belongs to. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID userId,
            Instant expiresAt,
            @Nullable Instant confirmedAt,
            String userName,
            String displayName,
            @Nullable String title,
            String status,
            boolean mustChangePassword) {}

    void insert(UUID id, UUID authorityId, UUID userId, Instant now, Instant expiresAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO sessions (id, authority_id, user_id, created_at, expires_at, confirmed_at)
                VALUES (:id, :authority, :user, :now, :expires, :now)""")
                .bind("id", id)
                .bind("authority", authorityId)
                .bind("user", userId)
                .bind("now", now)
                .bind("expires", expiresAt)
                .execute());
    }

    Optional<Row> findLive(UUID id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT s.id, s.authority_id, s.user_id, s.expires_at, s.confirmed_at, u.user_name, u.display_name, u.title, u.status,
                       u.must_change_password
                  FROM sessions s JOIN users u ON u.id = s.user_id
                 WHERE s.id = :id AND s.ended_at IS NULL AND s.expires_at > :now AND u.status = 'active'""")
                .bind("id", id)
                .bind("now", now)
                .mapTo(Row.class)
                .findOne());
    }

    void end(UUID id, Instant now) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE sessions SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
                        .bind("now", now)
                        .bind("id", id)
                        .execute());
    }

    void endAllOf(UUID userId, @Nullable UUID except, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE sessions SET ended_at = :now WHERE user_id = :user AND ended_at IS NULL AND (:except IS NULL OR id <> :except)""")
                .bind("now", now)
                .bind("user", userId)
                .bind("except", except)
                .execute());
    }

    void confirm(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE sessions SET confirmed_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute());
    }
}
