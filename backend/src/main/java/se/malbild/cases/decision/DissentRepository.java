// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of dissents. Reached through a case that was found within its scope. */
@Singleton
public class DissentRepository {
    private final Jdbi jdbi;

    DissentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Dissents of all decisions of a case, oldest first. */
    public List<Dissent> of(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, decision_id, user_id, text, noted_at FROM case_dissents
                 WHERE authority_id = :authority AND case_id = :case ORDER BY noted_at, id""")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .map(DissentRepository::row)
                .list());
    }

    /** Stores a new dissent. */
    public void insert(UUID authorityId, UUID caseId, Dissent dissent) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_dissents (id, authority_id, case_id, decision_id, user_id, text, noted_at)
                VALUES (:id, :authority, :case, :decision, :user, :text, :at)""")
                .bind("id", dissent.id())
                .bind("authority", authorityId)
                .bind("case", caseId)
                .bind("decision", dissent.decisionId())
                .bind("user", dissent.userId())
                .bind("text", dissent.text())
                .bind("at", dissent.notedAt())
                .execute());
    }

    private static Dissent row(ResultSet rs, StatementContext context) throws SQLException {
        return new Dissent(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("decision_id")),
                UUID.fromString(rs.getString("user_id")),
                rs.getString("text"),
                rs.getObject("noted_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
