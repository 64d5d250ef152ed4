// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of files that came with something. Reached through what holds them, found within its scope, save for the scan. */
@Singleton
class ReceivedFileRepository {
    private static final String COLUMNS =
            " id, authority_id, holder, holder_id, position, file_name, size_bytes, sha256, declared_type, media_type, type_mismatch, quarantine,"
                    + " scan_state, created_by, created_at FROM received_files ";

    private final Jdbi jdbi;

    ReceivedFileRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(ReceivedFile file, Instant scanNext) {
        Quarantine reason = file.quarantine();
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO received_files (id, authority_id, holder, holder_id, position, file_name, size_bytes, sha256, declared_type, media_type,
                    type_mismatch, quarantine, scan_state, scan_tries, scan_next, created_by, created_at)
                VALUES (:id, :authorityId, :holderCode, :holderId, :position, :fileName, :size, :sha256, :declaredType, :mediaType,
                    :typeMismatch, :quarantineCode, :scanCode, 0, :scanNext, :createdBy, :createdAt)""")
                .bindMethods(file)
                .bind("holderCode", file.holder().code())
                .bind("quarantineCode", reason == null ? null : reason.code())
                .bind("scanCode", file.scan().code())
                .bind("scanNext", scanNext)
                .execute());
    }

    /** Those of several, as they were sent. */
    List<ReceivedFile> of(UUID authorityId, Collection<UUID> holders) {
        if (holders.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT" + COLUMNS
                        + "WHERE authority_id = :authority AND holder_id IN (<holders>) ORDER BY holder_id, position")
                .bind("authority", authorityId)
                .bindList("holders", holders)
                .map(ReceivedFileRepository::row)
                .list());
    }

    /** They are the case's now. */
    void remove(UUID authorityId, UUID holderId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM received_files WHERE authority_id = :authority AND holder_id = :holder")
                .bind("authority", authorityId)
                .bind("holder", holderId)
                .execute());
    }

    /** A file that is to be scanned, and how often that has been tried. */
    record ToScan(ReceivedFile file, int tries, Instant due) {}

    /** Files whose turn it is, longest waiting first. */
    List<ToScan> toScan(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT scan_tries, scan_next," + COLUMNS
                        + "WHERE scan_next <= :now ORDER BY scan_next LIMIT :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((rs, context) -> new ToScan(row(rs, context), rs.getInt("scan_tries"), instant(rs, "scan_next")))
                .list());
    }

    /** Takes a scan on for a while; false when another node was first. */
    boolean claim(ToScan wanted, Instant until) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE received_files SET scan_next = :until, scan_tries = scan_tries + 1 WHERE id = :id AND scan_next = :due""")
                        .bind("until", until)
                        .bind("id", wanted.file().id())
                        .bind("due", wanted.due())
                        .execute())
                == 1;
    }

    /** How the scan ended; false where the file has become a case's meanwhile and is scanned there. */
    boolean scanned(UUID id, RecordFile.Scan state, @Nullable Instant next) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE received_files SET scan_state = :state, scan_next = :next WHERE id = :id")
                        .bind("state", state.code())
                        .bind("next", next)
                        .bind("id", id)
                        .execute())
                == 1;
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(UploadRepository.instant(rs, column));
    }

    private static ReceivedFile row(ResultSet rs, StatementContext context) throws SQLException {
        String quarantine = rs.getString("quarantine");
        return new ReceivedFile(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                ReceivedFile.Holder.of(rs.getString("holder")),
                UUID.fromString(rs.getString("holder_id")),
                rs.getInt("position"),
                rs.getString("file_name"),
                rs.getLong("size_bytes"),
                rs.getString("sha256"),
                rs.getString("declared_type"),
                rs.getString("media_type"),
                rs.getBoolean("type_mismatch"),
                quarantine == null ? null : Quarantine.of(quarantine),
                RecordFile.Scan.of(rs.getString("scan_state")),
                UUID.fromString(rs.getString("created_by")),
                instant(rs, "created_at"));
    }
}
