// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of dots that are placed and not counted yet. */
@Singleton
class DotRepository {
    private final Jdbi jdbi;

    DotRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where one has placed them. */
    public record OwnRow(String themes, int attempt) {}

    /** Keeps them, unless what has a higher number is there already. */
    void put(UUID authorityId, UUID workshopId, UUID sessionId, String themes, int attempt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO workshop_dots (workshop_id, session_id, authority_id, attempt, themes)
                VALUES (:workshop, :session, :authority, :attempt, :themes)
                ON DUPLICATE KEY UPDATE themes = IF(VALUES(attempt) >= attempt, VALUES(themes), themes),
                       attempt = GREATEST(attempt, VALUES(attempt))""")
                .bind("workshop", workshopId)
                .bind("session", sessionId)
                .bind("authority", authorityId)
                .bind("attempt", attempt)
                .bind("themes", themes)
                .execute());
    }

    Optional<OwnRow> own(UUID workshopId, UUID sessionId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT themes, attempt FROM workshop_dots WHERE workshop_id = :workshop AND session_id = :session")
                .bind("workshop", workshopId)
                .bind("session", sessionId)
                .mapTo(OwnRow.class)
                .findOne());
    }

    int people(UUID workshopId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM workshop_dots WHERE workshop_id = :workshop AND themes <> ''")
                .bind("workshop", workshopId)
                .mapTo(Integer.class)
                .one());
    }

    List<String> all(UUID workshopId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT themes FROM workshop_dots WHERE workshop_id = :workshop")
                        .bind("workshop", workshopId)
                        .mapTo(String.class)
                        .list());
    }

    void delete(UUID workshopId) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM workshop_dots WHERE workshop_id = :workshop")
                .bind("workshop", workshopId)
                .execute());
    }
}
