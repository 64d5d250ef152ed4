// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFile;

/** Rows of proposals to release files; reached through a case that was found within its scope. */
@Singleton
class FileReleaseRepository {
    private final Jdbi jdbi;

    FileReleaseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The latest of each file of these records, by the file's identity. */
    Map<UUID, FileRelease> latest(CaseFile file, Collection<UUID> records) {
        Map<UUID, FileRelease> latest = new HashMap<>();
        if (!records.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery("""
                    SELECT id, authority_id, case_id, record_id, file_id, reason, state, proposed_by, proposed_at, settled_by,
                           settled_at, settled_reason
                      FROM record_file_releases
                     WHERE authority_id = :authority AND case_id = :case AND record_id IN (<records>)
                     ORDER BY proposed_at, id""")
                    .bind("authority", file.authorityId())
                    .bind("case", file.id())
                    .bindList("records", records.stream().map(UUID::toString).toList())
                    .map(FileReleaseRepository::row)
                    .forEach(each -> latest.put(each.fileId(), each)));
        }
        return latest;
    }

    /** Adds a proposal. The case must be locked. */
    void insert(FileRelease proposed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO record_file_releases (id, authority_id, case_id, record_id, file_id, reason, state, proposed_by, proposed_at)
                VALUES (:id, :authorityId, :caseId, :recordId, :fileId, :reason, :code, :proposedBy, :proposedAt)""")
                .bindMethods(proposed)
                .bind("code", proposed.state().code())
                .execute());
    }

    /** How it ended. The case must be locked. */
    void settle(FileRelease settled) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE record_file_releases
                   SET state = :code, settled_by = :settledBy, settled_at = :settledAt, settled_reason = :settledReason
                 WHERE id = :id AND authority_id = :authorityId""")
                .bindMethods(settled)
                .bind("code", settled.state().code())
                .execute());
    }

    private static FileRelease row(ResultSet rs, StatementContext context) throws SQLException {
        return new FileRelease(
                id(rs, "id"),
                id(rs, "authority_id"),
                id(rs, "case_id"),
                id(rs, "record_id"),
                id(rs, "file_id"),
                rs.getString("reason"),
                FileRelease.State.of(rs.getString("state")),
                id(rs, "proposed_by"),
                Objects.requireNonNull(UploadRepository.instant(rs, "proposed_at")),
                settler(rs),
                UploadRepository.instant(rs, "settled_at"),
                rs.getString("settled_reason"));
    }

    private static UUID id(ResultSet rs, String column) throws SQLException {
        return UUID.fromString(rs.getString(column));
    }

    private static @Nullable UUID settler(ResultSet rs) throws SQLException {
        String value = rs.getString("settled_by");
        return value == null ? null : UUID.fromString(value);
    }
}
