// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRecord;
import se.malbild.cases.LooseEnd;

/** Files of records and where records stand. Reached through a case that was found within its scope, save for the scan. */
@Singleton
class RecordFileRepository {
    private static final String SELECT = """
        SELECT id, authority_id, case_id, record_id, kind, n, parent_id, file_name, size_bytes, sha256, declared_type, media_type,
               type_mismatch, quarantine, scan_state, note, created_by, created_at,
               EXISTS (SELECT 1 FROM record_file_releases WHERE file_id = record_files.id AND state = 'confirmed') AS released
          FROM record_files""";

    private final Jdbi jdbi;

    RecordFileRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<UUID, RecordState> states(CaseFile file, Collection<UUID> records) {
        Map<UUID, RecordState> states = new HashMap<>();
        if (records.isEmpty()) {
            return states;
        }
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT id, status, status_reason, row_version FROM case_records
                 WHERE authority_id = :authority AND case_id = :case AND id IN (<records>)""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bindList("records", records.stream().map(UUID::toString).toList())
                .map((rs, context) -> Map.entry(
                        UUID.fromString(rs.getString("id")),
                        new RecordState(
                                RecordState.Status.of(rs.getString("status")),
                                rs.getString("status_reason"),
                                rs.getLong("row_version"))))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue())));
        return states;
    }

    /** Sets where the record stands and moves its version on. The case must be locked. */
    void setState(CaseFile file, UUID record, RecordState.Status status, @Nullable String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_records SET status = :status, status_reason = :reason, row_version = row_version + 1
                 WHERE authority_id = :authority AND case_id = :case AND id = :id""")
                .bind("status", status.code())
                .bind("reason", reason)
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bind("id", record)
                .execute());
    }

    /** Moves the version of the record on, since what it shows has changed. The case must be locked. */
    void touch(CaseFile file, UUID record) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_records SET row_version = row_version + 1 WHERE authority_id = :authority AND case_id = :case AND id = :id""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bind("id", record)
                .execute());
    }

    /** Records that are neither final, voided nor discarded, by number. */
    List<LooseEnd> unfinished(CaseFile file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, record_no, title, status, direction FROM case_records
                 WHERE authority_id = :authority AND case_id = :case AND status IN ('draft', 'working') ORDER BY record_no""")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .map((rs, context) -> new LooseEnd(
                        LooseEnd.Kind.RECORD,
                        UUID.fromString(rs.getString("id")),
                        rs.getInt("record_no"),
                        rs.getString("title"),
                        rs.getString("status"),
                        CaseRecord.Direction.of(rs.getString("direction")) != CaseRecord.Direction.IN))
                .list());
    }

    /** Removes the files of a record and what was proposed about them; their bytes go with the nightly sweep. The case must be locked. */
    int remove(CaseFile file, UUID record) {
        delete("record_file_releases", file, record);
        return delete("record_files", file, record);
    }

    private int delete(String table, CaseFile file, UUID record) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM " + table
                        + " WHERE authority_id = :authority AND case_id = :case AND record_id = :record")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bind("record", record)
                .execute());
    }

    /** Files of these records, newest first. */
    List<RecordFile> files(CaseFile file, Collection<UUID> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + " WHERE authority_id = :authority AND case_id = :case AND record_id IN (<records>)"
                        + " ORDER BY created_at DESC, id DESC")
                .bind("authority", file.authorityId())
                .bind("case", file.id())
                .bindList("records", records.stream().map(UUID::toString).toList())
                .map(RecordFileRepository::row)
                .list());
    }

    /** Adds a file and moves the version of its record on. The case must be locked. */
    void insert(RecordFile made, @Nullable Instant scanNext) {
        jdbi.useHandle(handle -> {
            Quarantine reason = made.quarantine();
            handle.createUpdate("""
                INSERT INTO record_files (id, authority_id, case_id, record_id, kind, n, parent_id, file_name, size_bytes, sha256,
                    declared_type, media_type, type_mismatch, quarantine, scan_state, scan_tries, scan_next, note, created_by, created_at)
                VALUES (:id, :authorityId, :caseId, :recordId, :kindCode, :n, :parentId, :fileName, :size, :sha256,
                    :declaredType, :mediaType, :typeMismatch, :quarantineCode, :scanCode, 0, :scanNext, :note, :createdBy, :createdAt)""")
                    .bindMethods(made)
                    .bind("kindCode", made.kind().code())
                    .bind("quarantineCode", reason == null ? null : reason.code())
                    .bind("scanCode", made.scan().code())
                    .bind("scanNext", scanNext)
                    .execute();
            handle.createUpdate("UPDATE case_records SET row_version = row_version + 1 WHERE id = :id")
                    .bind("id", made.recordId())
                    .execute();
        });
    }

    /** A file that is to be scanned, and how often that has been tried. */
    record ToScanRow(RecordFile file, int tries, Instant due) {}

    /** Files whose turn it is, longest waiting first. */
    List<ToScanRow> toScan(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT.replace("SELECT id,", "SELECT scan_tries, scan_next, id,")
                                + " WHERE scan_next <= :now ORDER BY scan_next LIMIT :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((rs, context) -> new ToScanRow(
                        row(rs, context),
                        rs.getInt("scan_tries"),
                        java.util.Objects.requireNonNull(UploadRepository.instant(rs, "scan_next"))))
                .list());
    }

    /** Takes a scan on for a while; false when another node was first. */
    boolean claim(ToScanRow wanted, Instant until) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE record_files SET scan_next = :until, scan_tries = scan_tries + 1 WHERE id = :id AND scan_next = :due""")
                        .bind("until", until)
                        .bind("id", wanted.file().id())
                        .bind("due", wanted.due())
                        .execute())
                == 1;
    }

    void scanned(UUID id, RecordFile.Scan state, @Nullable Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE record_files SET scan_state = :state, scan_next = :next WHERE id = :id")
                .bind("state", state.code())
                .bind("next", next)
                .bind("id", id)
                .execute());
    }

    Optional<RecordFile> find(UUID authority, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE authority_id = :authority AND id = :id")
                .bind("authority", authority)
                .bind("id", id)
                .map(RecordFileRepository::row)
                .findOne());
    }

    private static RecordFile row(ResultSet rs, StatementContext context) throws SQLException {
        String quarantine = rs.getString("quarantine");
        return new RecordFile(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("case_id")),
                UUID.fromString(rs.getString("record_id")),
                RecordFile.Kind.of(rs.getString("kind")),
                rs.getInt("n"),
                uuid(rs, "parent_id"),
                rs.getString("file_name"),
                rs.getLong("size_bytes"),
                rs.getString("sha256"),
                rs.getString("declared_type"),
                rs.getString("media_type"),
                rs.getBoolean("type_mismatch"),
                quarantine == null ? null : Quarantine.of(quarantine),
                rs.getBoolean("released"),
                RecordFile.Scan.of(rs.getString("scan_state")),
                rs.getString("note"),
                uuid(rs, "created_by"),
                java.util.Objects.requireNonNull(UploadRepository.instant(rs, "created_at")));
    }

    private static @Nullable UUID uuid(ResultSet rs, String column) throws SQLException {
        String value = rs.getString(column);
        return value == null ? null : UUID.fromString(value);
    }
}
