// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Rows of assessments and their groups. */
@Singleton
class AssessmentRepository {
    private static final String SELECT = """
        SELECT id, authority_id, unit_id, case_type_key, name, period_from, period_to, model_id, model_version, perspectives, event_log_id, state,
               decided_count, created_by, created_at, version
          FROM assessments""";

    private final Jdbi jdbi;

    AssessmentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code assessments}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID unitId,
            @Nullable String caseTypeKey,
            String name,
            LocalDate periodFrom,
            LocalDate periodTo,
            String modelId,
            String modelVersion,
            @Nullable String perspectives,
            @Nullable UUID eventLogId,
            String state,
            int decidedCount,
            UUID createdBy,
            Instant createdAt,
            long version) {

        Assessment with(List<InvitedGroup> groups) {
            return new Assessment(
                    id,
                    authorityId,
                    unitId,
                    caseTypeKey,
                    name,
                    periodFrom,
                    periodTo,
                    modelId,
                    modelVersion,
                    perspectives == null ? Set.of() : new LinkedHashSet<>(List.of(perspectives.split(" "))),
                    eventLogId,
                    AssessmentState.of(state),
                    groups,
                    decidedCount,
                    createdBy,
                    createdAt,
                    version);
        }
    }

    /** A row of {@code assessment_groups}. */
    public record GroupRow(
            UUID assessmentId,
            String groupCode,
            int invited,
            @Nullable String labelSv,
            @Nullable String labelEn,
            boolean joint) {

        InvitedGroup group() {
            return new InvitedGroup(RespondentGroup.of(groupCode, labelSv, labelEn), invited, joint);
        }
    }

    void insert(Assessment assessment) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO assessments (id, authority_id, unit_id, case_type_key, name, period_from, period_to, model_id, model_version, perspectives,
                           event_log_id, state, decided_count, created_by, created_at, version)
                    VALUES (:id, :authorityId, :unitId, :caseTypeKey, :name, :periodFrom, :periodTo, :modelId, :modelVersion, :codes, :eventLogId,
                           :stateCode, :decidedCount, :createdBy, :createdAt, :version)""")
                    .bindMethods(assessment)
                    .bind("stateCode", assessment.state().code())
                    .bind(
                            "codes",
                            assessment.perspectives().isEmpty() ? null : String.join(" ", assessment.perspectives()))
                    .execute();
            insertGroups(handle, assessment);
        });
    }

    private static void insertGroups(Handle handle, Assessment assessment) {
        var batch = handle.prepareBatch("""
            INSERT INTO assessment_groups (assessment_id, authority_id, group_code, invited, label_sv, label_en, joint)
            VALUES (:id, :authority, :group, :invited, :labelSv, :labelEn, :joint)""");
        assessment
                .groups()
                .forEach(each -> batch.bind("id", assessment.id())
                        .bind("authority", assessment.authorityId())
                        .bind("group", each.group().code())
                        .bind("invited", each.invited())
                        .bind(
                                "labelSv",
                                each.group().isOwn() ? each.group().label().sv() : null)
                        .bind(
                                "labelEn",
                                each.group().isOwn() ? each.group().label().en() : null)
                        .bind("joint", each.joint())
                        .add());
        batch.execute();
    }

    /** Writes the assessment as the next version. Call it with the row locked. */
    Assessment update(Assessment assessment) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    UPDATE assessments SET name = :name, period_from = :periodFrom, period_to = :periodTo, event_log_id = :eventLogId,
                           state = :stateCode, decided_count = :decidedCount, version = version + 1
                     WHERE id = :id AND authority_id = :authorityId""")
                    .bindMethods(assessment)
                    .bind("stateCode", assessment.state().code())
                    .execute();
            handle.createUpdate("DELETE FROM assessment_groups WHERE assessment_id = :id AND authority_id = :authority")
                    .bind("id", assessment.id())
                    .bind("authority", assessment.authorityId())
                    .execute();
            insertGroups(handle, assessment);
        });
        return find(assessment.authorityId(), assessment.id()).orElseThrow();
    }

    /** Names of some assessments of an authority; those there are none of are left out. */
    Map<UUID, String> names(UUID authorityId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, name FROM assessments WHERE authority_id = :authority AND id IN (<ids>)")
                .bind("authority", authorityId)
                .bindList("ids", ids.stream().map(UUID::toString).toList())
                .map((rs, context) -> Map.entry(UUID.fromString(rs.getString("id")), rs.getString("name")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Assessment> find(UUID authorityId, UUID id) {
        return one(authorityId, id, "");
    }

    /** As {@link #find}, keeping others from changing it until the transaction ends. */
    Optional<Assessment> lock(UUID authorityId, UUID id) {
        return one(authorityId, id, " FOR UPDATE");
    }

    private Optional<Assessment> one(UUID authorityId, UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE id = :id AND authority_id = :authority" + locking)
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.with(groups(handle, List.of(id)).getOrDefault(id, List.of()))));
    }

    /**
     * Newest first, those before {@code before}; by the index on (authority, id), since an identity tells when it was made.
     *
     * @param units empty = of every unit
     */
    List<Assessment> page(
            UUID authorityId,
            Optional<Set<UUID>> units,
            @Nullable UUID unit,
            @Nullable AssessmentState state,
            @Nullable UUID before,
            int limit) {
        if (units.isPresent() && units.get().isEmpty()) {
            return List.of();
        }
        StringBuilder where = new StringBuilder(" WHERE authority_id = :authority");
        where.append(units.isPresent() ? " AND unit_id IN (<units>)" : "")
                .append(unit == null ? "" : " AND unit_id = :unit")
                .append(state == null ? "" : " AND state = :state")
                .append(before == null ? "" : " AND id < :before");
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(SELECT + where + " ORDER BY id DESC LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("limit", limit);
            units.ifPresent(each ->
                    query.bindList("units", each.stream().map(UUID::toString).toList()));
            if (unit != null) {
                query.bind("unit", unit);
            }
            if (state != null) {
                query.bind("state", state.code());
            }
            if (before != null) {
                query.bind("before", before);
            }
            List<Row> rows = new ArrayList<>(query.mapTo(Row.class).list());
            Map<UUID, List<InvitedGroup>> groups = rows.isEmpty()
                    ? Map.of()
                    : groups(handle, rows.stream().map(Row::id).toList());
            return rows.stream()
                    .map(row -> row.with(groups.getOrDefault(row.id(), List.of())))
                    .toList();
        });
    }

    private static Map<UUID, List<InvitedGroup>> groups(Handle handle, List<UUID> assessments) {
        return handle
                .createQuery("""
                SELECT assessment_id, group_code, invited, label_sv, label_en, joint FROM assessment_groups
                 WHERE assessment_id IN (<ids>)""")
                .bindList("ids", assessments.stream().map(UUID::toString).toList())
                .mapTo(GroupRow.class)
                .stream()
                .sorted(Comparator.comparing(row -> RespondentGroup.of(row.groupCode())))
                .collect(Collectors.groupingBy(
                        GroupRow::assessmentId, Collectors.mapping(GroupRow::group, Collectors.toList())));
    }
}
