// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.event;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of known events. */
@Singleton
class KnownEventRepository {
    private static final String SELECT = """
        SELECT id, authority_id, unit_id, event_date, words, created_by, created_at, version
          FROM known_events WHERE authority_id = :authority""";

    private final Jdbi jdbi;

    KnownEventRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Newest first, those after a place; {@code units} null = of all units. */
    List<KnownEvent> page(
            UUID authorityId,
            @Nullable Set<UUID> units,
            @Nullable LocalDate before,
            @Nullable UUID beforeId,
            int limit) {
        String ofUnits = units == null
                ? ""
                : units.isEmpty() ? " AND unit_id IS NULL" : " AND (unit_id IS NULL OR unit_id IN (<units>))";
        String sql = SELECT
                + ofUnits
                + (before == null ? "" : " AND event_date <= :before AND (event_date < :before OR id < :beforeId)")
                + " ORDER BY event_date DESC, id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("authority", authorityId).bind("limit", limit);
            if (units != null && !units.isEmpty()) {
                query.bindList(
                        "units", units.stream().map(UUID::toString).sorted().toList());
            }
            if (before != null) {
                query.bind("before", before).bind("beforeId", beforeId);
            }
            return query.map(KnownEventRepository::event).list();
        });
    }

    Optional<KnownEvent> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id")
                .bind("authority", authorityId)
                .bind("id", id)
                .map(KnownEventRepository::event)
                .findOne());
    }

    void insert(KnownEvent event) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO known_events (id, authority_id, unit_id, event_date, words, created_by, created_at, version)
                VALUES (:id, :authorityId, :unitId, :date, :words, :createdBy, :createdAt, :version)""").bindMethods(event).execute());
    }

    /** Whether the version expected was still there. */
    boolean update(UUID authorityId, UUID id, KnownEvent.Wanted wanted, long expected) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE known_events SET unit_id = :unit, event_date = :date, words = :words, version = version + 1
                         WHERE id = :id AND authority_id = :authority AND version = :expected""")
                        .bind("authority", authorityId)
                        .bind("id", id)
                        .bind("unit", wanted.unitId())
                        .bind("date", wanted.date())
                        .bind("words", wanted.words())
                        .bind("expected", expected)
                        .execute()
                == 1);
    }

    /** Whether the version expected was still there. */
    boolean delete(UUID authorityId, UUID id, long expected) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "DELETE FROM known_events WHERE id = :id AND authority_id = :authority AND version = :expected")
                        .bind("authority", authorityId)
                        .bind("id", id)
                        .bind("expected", expected)
                        .execute()
                == 1);
    }

    private static KnownEvent event(ResultSet rs, StatementContext context) throws SQLException {
        String unit = rs.getString("unit_id");
        return new KnownEvent(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                unit == null ? null : UUID.fromString(unit),
                rs.getObject("event_date", LocalDate.class),
                rs.getString("words"),
                UUID.fromString(rs.getString("created_by")),
                rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                rs.getLong("version"));
    }
}
