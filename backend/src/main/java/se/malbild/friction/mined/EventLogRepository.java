// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of event logs, their columns in segments, and their mapping. */
@Singleton
class EventLogRepository {
    /** Bytes of one segment; well below what the database takes in one packet. */
    private static final int SEGMENT = 4 << 20;

    private static final String SELECT = """
        SELECT id, authority_id, kind, title, unit_id, source_name, source_bytes, case_count, event_count, activity_count, first_at, last_at,
               quality, pseudonym_key, created_at, version FROM event_logs""";

    private final Jdbi jdbi;

    EventLogRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A mapping as it is stored: JSON and its version. */
    public record ProfileRow(String profile, long version, Instant confirmedAt) {}

    /** Adds a log; of the authority's own cases there is only one, so a second is left out. */
    void insert(LogRow log, UUID createdBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT %s INTO event_logs (id, authority_id, own_of, kind, title, unit_id, source_name, source_bytes, case_count, event_count,
                    activity_count, first_at, last_at, quality, pseudonym_key, created_by, created_at, version)
                VALUES (:id, :authorityId, :ownOf, :kind, :title, :unitId, :sourceName, :sourceBytes, :caseCount, :eventCount, :activityCount,
                    :firstAt, :lastAt, :quality, :pseudonymKey, :createdBy, :createdAt, :version)""".formatted(log.own() ? "IGNORE" : ""))
                .bindMethods(log)
                .bind("ownOf", log.own() ? log.authorityId() : null)
                .bind("createdBy", createdBy)
                .execute());
    }

    Optional<LogRow> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id AND authority_id = :authority")
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(LogRow.class)
                .findOne());
    }

    Optional<LogRow> own(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE own_of = :authority")
                .bind("authority", authorityId)
                .mapTo(LogRow.class)
                .findOne());
    }

    /** Imported logs about any of the units, all where null; newest first, after {@code (before, beforeId)}. */
    List<LogRow> imported(
            UUID authorityId,
            @Nullable List<UUID> units,
            @Nullable Instant before,
            @Nullable UUID beforeId,
            int limit) {
        if (units != null && units.isEmpty()) {
            return List.of();
        }
        String where = " WHERE authority_id = :authority AND kind = 'imported'"
                + (units == null ? "" : " AND unit_id IN (<units>)")
                + (before == null ? "" : " AND created_at <= :before AND (created_at < :before OR id < :beforeId)");
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT + where + " ORDER BY created_at DESC, id DESC LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("limit", limit);
            if (units != null) {
                query.bindList("units", units.stream().map(UUID::toString).toList());
            }
            return (before == null ? query : query.bind("before", before).bind("beforeId", beforeId))
                    .mapTo(LogRow.class)
                    .list();
        });
    }

    /** Another title; false where the version is no longer that. */
    boolean rename(UUID authorityId, UUID id, String title, long expected) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE event_logs SET title = :title, version = version + 1
                 WHERE id = :id AND authority_id = :authority AND version = :expected""")
                        .bind("title", title)
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .bind("expected", expected)
                        .execute())
                == 1;
    }

    /** Removes a log with its columns and mapping; false where the version is no longer that. */
    boolean delete(UUID authorityId, UUID id, long expected) {
        return jdbi.withHandle(handle -> {
            boolean gone = handle.createUpdate(
                                    "DELETE FROM event_logs WHERE id = :id AND authority_id = :authority AND version = :expected")
                            .bind("id", id)
                            .bind("authority", authorityId)
                            .bind("expected", expected)
                            .execute()
                    == 1;
            if (gone) {
                for (String table : List.of("event_log_segments", "event_log_profiles")) {
                    handle.createUpdate("DELETE FROM " + table + " WHERE log_id = :id AND authority_id = :authority")
                            .bind("id", id)
                            .bind("authority", authorityId)
                            .execute();
                }
            }
            return gone;
        });
    }

    void insertColumns(UUID authorityId, UUID id, Map<String, byte[]> columns) {
        jdbi.useHandle(handle -> columns.forEach((name, bytes) -> {
            for (int part = 0; part == 0 || part * SEGMENT < bytes.length; part++) {
                handle.createUpdate("""
                        INSERT INTO event_log_segments (log_id, authority_id, column_name, part, bytes)
                        VALUES (:id, :authority, :name, :part, :bytes)""")
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .bind("name", name)
                        .bind("part", part)
                        .bind(
                                "bytes",
                                Arrays.copyOfRange(bytes, part * SEGMENT, Math.min(bytes.length, (part + 1) * SEGMENT)))
                        .execute();
            }
        }));
    }

    /** Column name → bytes. */
    Map<String, byte[]> columns(UUID authorityId, UUID id) {
        Map<String, ByteArrayOutputStream> joined = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT column_name, bytes FROM event_log_segments WHERE log_id = :id AND authority_id = :authority
                 ORDER BY column_name, part""")
                .bind("id", id)
                .bind("authority", authorityId)
                .setFetchSize(4)
                .map((rs, context) -> {
                    joined.computeIfAbsent(rs.getString(1), name -> new ByteArrayOutputStream())
                            .writeBytes(rs.getBytes(2));
                    return true;
                })
                .forEach(done -> {}));
        Map<String, byte[]> columns = new HashMap<>();
        joined.forEach((name, bytes) -> columns.put(name, bytes.toByteArray()));
        return columns;
    }

    Optional<ProfileRow> profile(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT profile, version, confirmed_at FROM event_log_profiles WHERE log_id = :id AND authority_id = :authority""")
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(ProfileRow.class)
                .findOne());
    }

    /** Saves a mapping over the version that was read, 0 for none; false where it is no longer that. */
    boolean saveProfile(UUID authorityId, UUID id, String profile, UUID by, Instant now, long expected) {
        return jdbi.withHandle(handle -> {
            String sql = expected == 0 ? """
                INSERT IGNORE INTO event_log_profiles (log_id, authority_id, profile, confirmed_by, confirmed_at, version)
                VALUES (:id, :authority, :profile, :by, :now, 1)""" : """
                UPDATE event_log_profiles SET profile = :profile, confirmed_by = :by, confirmed_at = :now, version = version + 1
                 WHERE log_id = :id AND authority_id = :authority AND version = :expected""";
            var update = handle.createUpdate(sql)
                    .bind("id", id)
                    .bind("authority", authorityId)
                    .bind("profile", profile)
                    .bind("by", by)
                    .bind("now", now);
            return (expected == 0 ? update : update.bind("expected", expected)).execute() == 1;
        });
    }
}
