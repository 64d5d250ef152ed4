// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import se.malbild.platform.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the roadmap. */
@Singleton
class RoadmapRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<BaselineValue>> VALUES = new TypeReference<>() {};
    private static final String SELECT = """
        SELECT id, authority_id, unit_id, assessment_id, recommendation, title_sv, title_en, description, owner_id, start_date, end_date,
               state, contents, baseline, started_at, ended_at, end_note, created_by, created_at, version
          FROM roadmap_items WHERE authority_id = :authority""";

    private final Jdbi jdbi;

    RoadmapRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is wanted of a list; {@code states} empty = all. */
    record Filter(
            @Nullable UUID assessment,
            @Nullable UUID unit,
            Set<RoadmapItem.State> states,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean mine) {}

    /** Place after which a page begins. */
    record After(LocalDate startDate, UUID id) {}

    Optional<RoadmapItem> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id")
                .bind("authority", authorityId)
                .bind("id", id)
                .map(RoadmapRepository::item)
                .findOne());
    }

    /** The item, locked until the transaction ends. */
    Optional<RoadmapItem> lock(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id FOR UPDATE")
                .bind("authority", authorityId)
                .bind("id", id)
                .map(RoadmapRepository::item)
                .findOne());
    }

    /** Items of a unit that put a recommendation in place, oldest first. */
    List<RoadmapItem> ofUnit(UUID authorityId, UUID unitId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " AND unit_id = :unit AND recommendation IS NOT NULL ORDER BY created_at, id")
                .bind("authority", authorityId)
                .bind("unit", unitId)
                .map(RoadmapRepository::item)
                .list());
    }

    /** Items that came from an assessment, by first day. */
    List<RoadmapItem> ofAssessment(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " AND assessment_id = :assessment ORDER BY start_date, id")
                        .bind("authority", authorityId)
                        .bind("assessment", assessmentId)
                        .map(RoadmapRepository::item)
                        .list());
    }

    /** Items that have been started or done, by first day; a plan has tens of them. */
    List<RoadmapItem> begun(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " AND state IN ('started', 'done') ORDER BY start_date, id LIMIT 1000")
                .bind("authority", authorityId)
                .map(RoadmapRepository::item)
                .list());
    }

    /** Items of a recommendation in a unit, locked against another one being put there meanwhile. */
    List<RoadmapItem> lockOf(UUID authorityId, UUID unitId, String recommendation) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " AND unit_id = :unit AND recommendation = :code FOR UPDATE")
                        .bind("authority", authorityId)
                        .bind("unit", unitId)
                        .bind("code", recommendation)
                        .map(RoadmapRepository::item)
                        .list());
    }

    /** By first day, those after a place. */
    List<RoadmapItem> page(RoadmapScope scope, Filter filter, @Nullable After after, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        if (!scope.wholeAuthority()) {
            sql.append(
                    scope.units().isEmpty()
                            ? " AND owner_id = :me"
                            : " AND (owner_id = :me OR unit_id IN (<scopeUnits>))");
        }
        sql.append(filter.mine() ? " AND owner_id = :me" : "")
                .append(filter.assessment() == null ? "" : " AND assessment_id = :assessment")
                .append(filter.unit() == null ? "" : " AND unit_id = :unit")
                .append(filter.from() == null ? "" : " AND end_date >= :from")
                .append(filter.to() == null ? "" : " AND start_date <= :to")
                .append(filter.states().isEmpty() ? "" : " AND state IN (<states>)")
                .append(
                        after == null
                                ? ""
                                : " AND start_date >= :afterDay AND (start_date > :afterDay OR id > :afterId)")
                .append(" ORDER BY start_date, id LIMIT :limit");
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql.toString())
                    .bind("authority", scope.authorityId())
                    .bind("me", scope.userId())
                    .bind("assessment", filter.assessment())
                    .bind("unit", filter.unit())
                    .bind("from", filter.from())
                    .bind("to", filter.to())
                    .bind("limit", limit);
            if (!scope.wholeAuthority() && !scope.units().isEmpty()) {
                query.bindList(
                        "scopeUnits",
                        scope.units().stream().map(UUID::toString).sorted().toList());
            }
            if (!filter.states().isEmpty()) {
                query.bindList(
                        "states",
                        filter.states().stream()
                                .map(RoadmapItem.State::code)
                                .sorted()
                                .toList());
            }
            if (after != null) {
                query.bind("afterDay", after.startDate()).bind("afterId", after.id());
            }
            return query.map(RoadmapRepository::item).list();
        });
    }

    void insert(RoadmapItem item) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO roadmap_items (id, authority_id, unit_id, assessment_id, recommendation, title_sv, title_en, description, owner_id,
                    start_date, end_date, state, contents, created_by, created_at, version)
                VALUES (:id, :authorityId, :unitId, :assessmentId, :recommendation, :titleSv, :titleEn, :description, :ownerId, :startDate,
                    :endDate, :stateCode, :contentsJson, :createdBy, :createdAt, :version)""")
                .bindMethods(item)
                .bind("titleSv", item.title().sv())
                .bind("titleEn", item.title().en())
                .bind("stateCode", item.state().code())
                .bind("contentsJson", JSON.writeValueAsString(item.contents()))
                .execute());
    }

    /** Writes the item as it is after a change; it was locked by {@link #lock}. The baseline is written once. */
    void update(RoadmapItem item) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE roadmap_items SET title_sv = :titleSv, title_en = :titleEn, description = :description, owner_id = :ownerId,
                       start_date = :startDate, end_date = :endDate, state = :stateCode, contents = :contentsJson,
                       baseline = COALESCE(baseline, :baselineJson), started_at = :startedAt, ended_at = :endedAt, end_note = :endNote,
                       version = :version
                 WHERE id = :id AND authority_id = :authorityId""")
                .bindMethods(item)
                .bind("titleSv", item.title().sv())
                .bind("titleEn", item.title().en())
                .bind("stateCode", item.state().code())
                .bind("contentsJson", JSON.writeValueAsString(item.contents()))
                .bind("baselineJson", item.startedAt() == null ? null : JSON.writeValueAsString(item.baseline()))
                .execute());
    }

    private static RoadmapItem item(ResultSet rs, StatementContext context) throws SQLException {
        String baseline = rs.getString("baseline");
        return new RoadmapItem(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("unit_id")),
                uuid(rs, "assessment_id"),
                rs.getString("recommendation"),
                new Text(rs.getString("title_sv"), rs.getString("title_en")),
                rs.getString("description"),
                UUID.fromString(rs.getString("owner_id")),
                rs.getObject("start_date", LocalDate.class),
                rs.getObject("end_date", LocalDate.class),
                RoadmapItem.State.of(rs.getString("state")),
                JSON.readValue(rs.getString("contents"), RoadmapItem.Contents.class),
                baseline == null ? List.of() : JSON.readValue(baseline, VALUES),
                instant(rs, "started_at"),
                instant(rs, "ended_at"),
                rs.getString("end_note"),
                UUID.fromString(rs.getString("created_by")),
                rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                rs.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        LocalDateTime utc = rs.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable UUID uuid(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? null : UUID.fromString(text);
    }
}
