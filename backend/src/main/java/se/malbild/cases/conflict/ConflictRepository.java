// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.conflict;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of declared conflicts. Reached through a case that was found within its scope. */
@Singleton
public class ConflictRepository {
    private final Jdbi jdbi;

    ConflictRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Declarations of a case, newest first. */
    public List<ConflictDeclaration> of(UUID authorityId, UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, case_id, user_id, ground, note, declared_at, ruling, ruled_by, ruled_at, reason, expires_on FROM case_conflicts
                 WHERE authority_id = :authority AND case_id = :case ORDER BY declared_at DESC, id DESC""")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .map(ConflictRepository::row)
                .list());
    }

    /** Disregarded ones of open cases whose last day was before {@code day} and after which nothing was declared; on the index of last days. */
    public List<ConflictDeclaration> expired(UUID authorityId, LocalDate day, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT c.id, c.case_id, c.user_id, c.ground, c.note, c.declared_at, c.ruling, c.ruled_by, c.ruled_at, c.reason, c.expires_on
                  FROM case_conflicts c JOIN cases ON cases.id = c.case_id
                 WHERE c.authority_id = :authority AND c.ruling = 'obvious_disregard' AND c.expires_on < :day
                   AND cases.state IN ('registered', 'assigned', 'in_progress', 'decided', 'dispatched')
                   AND NOT EXISTS (SELECT 1 FROM case_conflicts later WHERE later.case_id = c.case_id AND later.user_id = c.user_id
                                      AND later.declared_at > c.declared_at)
                 ORDER BY c.expires_on LIMIT :limit""")
                .bind("authority", authorityId)
                .bind("day", day)
                .bind("limit", limit)
                .map(ConflictRepository::row)
                .list());
    }

    /** Stores a new declaration. */
    public void insert(UUID authorityId, ConflictDeclaration declared) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_conflicts (id, authority_id, case_id, user_id, ground, note, declared_at)
                VALUES (:id, :authority, :case, :user, :ground, :note, :at)""")
                .bind("id", declared.id())
                .bind("authority", authorityId)
                .bind("case", declared.caseId())
                .bind("user", declared.userId())
                .bind("ground", declared.ground().code())
                .bind("note", declared.note())
                .bind("at", declared.declaredAt())
                .execute());
    }

    /** Writes how it was ruled. */
    public void rule(UUID authorityId, UUID id, ConflictDeclaration.Ruled ruled) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_conflicts SET ruling = :ruling, ruled_by = :by, ruled_at = :at, reason = :reason, expires_on = :expires
                 WHERE id = :id AND authority_id = :authority""")
                .bind("ruling", ruled.ruling().code())
                .bind("by", ruled.by())
                .bind("at", ruled.at())
                .bind("reason", ruled.reason())
                .bind("expires", ruled.expiresOn())
                .bind("id", id)
                .bind("authority", authorityId)
                .execute());
    }

    private static ConflictDeclaration row(ResultSet rs, StatementContext context) throws SQLException {
        String ruling = rs.getString("ruling");
        return new ConflictDeclaration(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("case_id")),
                UUID.fromString(rs.getString("user_id")),
                ConflictDeclaration.Ground.valueOf(rs.getString("ground").toUpperCase(Locale.ROOT)),
                rs.getString("note"),
                rs.getObject("declared_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ruling == null
                        ? null
                        : new ConflictDeclaration.Ruled(
                                ConflictDeclaration.Ruling.valueOf(ruling.toUpperCase(Locale.ROOT)),
                                UUID.fromString(rs.getString("ruled_by")),
                                rs.getObject("ruled_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                rs.getString("reason"),
                                rs.getObject("expires_on", LocalDate.class)));
    }
}
