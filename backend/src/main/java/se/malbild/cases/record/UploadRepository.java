// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

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

/** Uploads under way and their parts. Each is reached by its owner only. */
@Singleton
class UploadRepository {
    private static final String SELECT = """
        SELECT id, authority_id, user_id, file_name, declared_type, declared_size, expected_hash, received, sha256, media_type,
               type_mismatch, quarantine, used_at, touched_at
          FROM uploads WHERE authority_id = :authority AND user_id = :user AND id = :id""";

    private final Jdbi jdbi;

    UploadRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Upload upload) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO uploads (id, authority_id, user_id, file_name, declared_type, declared_size, expected_hash, received,
                    type_mismatch, touched_at)
                VALUES (:id, :authorityId, :userId, :fileName, :declaredType, :declaredSize, :expectedHash, 0, FALSE, :touchedAt)""").bindMethods(upload).execute());
    }

    Optional<Upload> find(UUID authority, UUID user, UUID id) {
        return one(authority, user, id, "");
    }

    Optional<Upload> lock(UUID authority, UUID user, UUID id) {
        return one(authority, user, id, " FOR UPDATE");
    }

    private Optional<Upload> one(UUID authority, UUID user, UUID id, String suffix) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + suffix)
                .bind("authority", authority)
                .bind("user", user)
                .bind("id", id)
                .map(UploadRepository::row)
                .findOne());
    }

    /** Appends a part where the upload stands; false when it stands elsewhere or is complete. */
    boolean append(Upload upload, long start, String sha256, long size, Instant now) {
        return jdbi.withHandle(handle -> {
            int moved = handle.createUpdate("""
                    UPDATE uploads SET received = received + :size, touched_at = :now
                     WHERE id = :id AND received = :start AND sha256 IS NULL""")
                    .bind("size", size)
                    .bind("now", now)
                    .bind("id", upload.id())
                    .bind("start", start)
                    .execute();
            if (moved == 1) {
                handle.createUpdate("""
                        INSERT INTO upload_parts (upload_id, authority_id, start_byte, sha256)
                        VALUES (:id, :authority, :start, :sha256)""")
                        .bind("id", upload.id())
                        .bind("authority", upload.authorityId())
                        .bind("start", start)
                        .bind("sha256", sha256)
                        .execute();
            }
            return moved == 1;
        });
    }

    /** Addresses of the parts, in order. */
    List<String> parts(Upload upload) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT sha256 FROM upload_parts WHERE upload_id = :id AND authority_id = :authority ORDER BY start_byte")
                .bind("id", upload.id())
                .bind("authority", upload.authorityId())
                .mapTo(String.class)
                .list());
    }

    /** The whole has been put together: its parts are no longer needed. */
    void complete(Upload upload, String sha256, Inspected found, Instant now) {
        jdbi.useHandle(handle -> {
            Quarantine reason = found.quarantine();
            handle.createUpdate("""
                    UPDATE uploads SET sha256 = :sha256, media_type = :mediaType, type_mismatch = :mismatch, quarantine = :quarantine,
                        touched_at = :now WHERE id = :id AND sha256 IS NULL""")
                    .bind("sha256", sha256)
                    .bind("mediaType", found.mediaType())
                    .bind("mismatch", found.mismatch())
                    .bind("quarantine", reason == null ? null : reason.code())
                    .bind("now", now)
                    .bind("id", upload.id())
                    .execute();
            dropParts(handle, upload);
        });
    }

    /** Begins anew: what had come is forgotten. */
    void restart(Upload upload, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE uploads SET received = 0, touched_at = :now WHERE id = :id AND sha256 IS NULL")
                    .bind("now", now)
                    .bind("id", upload.id())
                    .execute();
            dropParts(handle, upload);
        });
    }

    private static void dropParts(org.jdbi.v3.core.Handle handle, Upload upload) {
        handle.createUpdate("DELETE FROM upload_parts WHERE upload_id = :id")
                .bind("id", upload.id())
                .execute();
    }

    void use(Upload upload, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE uploads SET used_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", upload.id())
                .execute());
    }

    void delete(Upload upload) {
        jdbi.useHandle(handle -> {
            dropParts(handle, upload);
            handle.createUpdate("DELETE FROM uploads WHERE id = :id")
                    .bind("id", upload.id())
                    .execute();
        });
    }

    /** Forgets what nobody has touched since {@code limit}; says how many. The bytes go with the nightly sweep. */
    int forget(Instant limit) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                    DELETE FROM upload_parts WHERE upload_id IN (SELECT id FROM uploads WHERE touched_at < :limit)""").bind("limit", limit).execute();
            return handle.createUpdate("DELETE FROM uploads WHERE touched_at < :limit")
                    .bind("limit", limit)
                    .execute();
        });
    }

    private static Upload row(ResultSet rs, StatementContext context) throws SQLException {
        String mediaType = rs.getString("media_type");
        String quarantine = rs.getString("quarantine");
        return new Upload(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("user_id")),
                rs.getString("file_name"),
                rs.getString("declared_type"),
                rs.getLong("declared_size"),
                rs.getString("expected_hash"),
                rs.getLong("received"),
                rs.getString("sha256"),
                mediaType == null
                        ? null
                        : new Inspected(
                                mediaType,
                                rs.getBoolean("type_mismatch"),
                                quarantine == null ? null : Quarantine.of(quarantine)),
                instant(rs, "used_at"),
                java.util.Objects.requireNonNull(instant(rs, "touched_at")));
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        LocalDateTime value = rs.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
