// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of targets, their revisions and the words of a target picture. */
@Singleton
class TargetRepository {
    private static final String TARGET = """
        SELECT id, authority_id, assessment_id, criterion, state, accepted_revision, proposed_revision, last_revision, withdrawn_reason,
               version
          FROM targets WHERE authority_id = :authority""";
    private static final String REVISION = """
        SELECT r.target_id, r.revision, r.level, r.weight, r.reason, r.good_enough_because, r.owner_id, r.due_date, r.proposed_by,
               r.proposed_at, r.accepted_by, r.accepted_at, r.superseded_at, r.workshop_id
          FROM target_revisions r""";

    private final Jdbi jdbi;

    TargetRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A target picture in words.
     *
     * @param version 0 where nothing has been written
     */
    public record NarrativeRow(
            UUID assessmentId,
            @Nullable String narrative,
            @Nullable UUID writtenBy,
            @Nullable Instant writtenAt,
            long version) {}

    /** The words, if any have been written. */
    Optional<NarrativeRow> narrative(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT assessment_id, narrative, written_by, written_at, version FROM target_pictures
                 WHERE authority_id = :authority AND assessment_id = :assessment""")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .mapTo(NarrativeRow.class)
                .findOne());
    }

    /** Makes the picture's row where it is missing and locks it: changes to one target picture come one at a time. */
    NarrativeRow lockPicture(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO target_pictures (assessment_id, authority_id, version) VALUES (:assessment, :authority, 0)
                    ON DUPLICATE KEY UPDATE version = version""")
                    .bind("authority", authorityId)
                    .bind("assessment", assessmentId)
                    .execute();
            return handle.createQuery("""
                    SELECT assessment_id, narrative, written_by, written_at, version FROM target_pictures
                     WHERE authority_id = :authority AND assessment_id = :assessment FOR UPDATE""")
                    .bind("authority", authorityId)
                    .bind("assessment", assessmentId)
                    .mapTo(NarrativeRow.class)
                    .one();
        });
    }

    void writeNarrative(UUID authorityId, NarrativeRow row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE target_pictures SET narrative = :narrative, written_by = :writtenBy, written_at = :writtenAt, version = :version
                 WHERE assessment_id = :assessmentId AND authority_id = :authority""")
                .bindMethods(row)
                .bind("authority", authorityId)
                .execute());
    }

    /** The words of the perspectives that have any. */
    Map<String, String> perspectiveWords(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT perspective, narrative FROM target_perspective_words
                 WHERE assessment_id = :assessment AND authority_id = :authority ORDER BY perspective""")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .map((rs, context) -> Map.entry(rs.getString("perspective"), rs.getString("narrative")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Replaces the words of a perspective; absent = it has none. Call it with the picture locked. */
    void writePerspective(UUID authorityId, UUID assessmentId, String perspective, @Nullable String narrative) {
        jdbi.useHandle(handle -> handle.createUpdate(narrative == null ? """
                DELETE FROM target_perspective_words
                 WHERE assessment_id = :assessment AND authority_id = :authority AND perspective = :perspective""" : """
                INSERT INTO target_perspective_words (assessment_id, perspective, authority_id, narrative)
                VALUES (:assessment, :perspective, :authority, :narrative) ON DUPLICATE KEY UPDATE narrative = :narrative""")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .bind("perspective", perspective)
                .bindMap(narrative == null ? Map.of() : Map.of("narrative", narrative))
                .execute());
    }

    Optional<Target> find(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(TARGET + " AND id = :id")
                .bind("authority", authorityId)
                .bind("id", id)
                .map(TargetRepository::target)
                .findOne());
    }

    /** The target, locked until the transaction ends. */
    Optional<Target> lock(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(TARGET + " AND id = :id FOR UPDATE")
                .bind("authority", authorityId)
                .bind("id", id)
                .map(TargetRepository::target)
                .findOne());
    }

    /** Whether the criterion has a target; call it with the picture locked. */
    boolean exists(UUID authorityId, UUID assessmentId, String criterion) {
        return ofCriterion(authorityId, assessmentId, criterion).isPresent();
    }

    List<Target> ofAssessment(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(TARGET + " AND assessment_id = :assessment ORDER BY criterion")
                        .bind("authority", authorityId)
                        .bind("assessment", assessmentId)
                        .map(TargetRepository::target)
                        .list());
    }

    /** All revisions of a target, newest first. */
    List<TargetRevision> revisions(UUID authorityId, UUID targetId) {
        return jdbi.withHandle(handle -> handle.createQuery(REVISION
                        + " WHERE r.authority_id = :authority AND r.target_id = :target ORDER BY r.revision DESC")
                .bind("authority", authorityId)
                .bind("target", targetId)
                .mapTo(TargetRevision.class)
                .list());
    }

    /** The revisions that count or wait, of all targets of an assessment. */
    List<TargetRevision> current(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery(REVISION + """
                  JOIN targets t ON t.id = r.target_id AND r.revision IN (t.accepted_revision, t.proposed_revision)
                 WHERE t.authority_id = :authority AND t.assessment_id = :assessment""")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .mapTo(TargetRevision.class)
                .list());
    }

    /** When the newest wording of a criterion's target was proposed. */
    public record ProposedRow(String criterion, Instant proposedAt) {}

    /** Criterion → when a target was last proposed for it, withdrawn ones too. */
    Map<String, Instant> lastProposed(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT t.criterion, r.proposed_at FROM targets t
                  JOIN target_revisions r ON r.target_id = t.id AND r.revision = t.last_revision
                 WHERE t.authority_id = :authority AND t.assessment_id = :assessment""")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .mapTo(ProposedRow.class)
                .collect(Collectors.toMap(ProposedRow::criterion, ProposedRow::proposedAt)));
    }

    /** The target of a criterion; call it with the picture locked. */
    Optional<Target> ofCriterion(UUID authorityId, UUID assessmentId, String criterion) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        TARGET + " AND assessment_id = :assessment AND criterion = :criterion FOR UPDATE")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .bind("criterion", criterion)
                .map(TargetRepository::target)
                .findOne());
    }

    void insert(Target target) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO targets (id, authority_id, assessment_id, criterion, state, accepted_revision, proposed_revision, last_revision,
                    withdrawn_reason, version)
                VALUES (:id, :authorityId, :assessmentId, :criterion, :stateCode, :acceptedRevision, :proposedRevision, :lastRevision,
                    :withdrawnReason, :version)""")
                .bindMethods(target)
                .bind("stateCode", target.state().code())
                .execute());
    }

    /** Writes the target as it is after a change; it was locked by {@link #lock}. */
    void update(Target target) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE targets SET state = :stateCode, accepted_revision = :acceptedRevision, proposed_revision = :proposedRevision,
                       last_revision = :lastRevision, withdrawn_reason = :withdrawnReason, version = :version
                 WHERE id = :id AND authority_id = :authorityId""")
                .bindMethods(target)
                .bind("stateCode", target.state().code())
                .execute());
    }

    void insertRevision(UUID authorityId, TargetRevision revision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO target_revisions (target_id, revision, authority_id, level, weight, reason, good_enough_because, owner_id,
                    due_date, proposed_by, proposed_at, workshop_id)
                VALUES (:targetId, :revision, :authority, :level, :weight, :reason, :goodEnoughBecause, :ownerId, :dueDate, :proposedBy,
                    :proposedAt, :workshopId)""")
                .bindMethods(revision)
                .bind("authority", authorityId)
                .execute());
    }

    void accept(Target target, int revision, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE target_revisions SET accepted_by = :by, accepted_at = :at
                 WHERE target_id = :target AND revision = :revision AND authority_id = :authority""")
                .bind("by", by)
                .bind("at", at)
                .bind("target", target.id())
                .bind("revision", revision)
                .bind("authority", target.authorityId())
                .execute());
    }

    /** Ends a revision, if it has not ended already. */
    void supersede(Target target, int revision, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE target_revisions SET superseded_at = :at
                 WHERE target_id = :target AND revision = :revision AND authority_id = :authority AND superseded_at IS NULL""")
                .bind("at", at)
                .bind("target", target.id())
                .bind("revision", revision)
                .bind("authority", target.authorityId())
                .execute());
    }

    private static Target target(ResultSet rs, StatementContext context) throws SQLException {
        return new Target(
                UUID.fromString(rs.getString("id")),
                UUID.fromString(rs.getString("authority_id")),
                UUID.fromString(rs.getString("assessment_id")),
                rs.getString("criterion"),
                Target.State.of(rs.getString("state")),
                rs.getObject("accepted_revision", Integer.class),
                rs.getObject("proposed_revision", Integer.class),
                rs.getInt("last_revision"),
                rs.getString("withdrawn_reason"),
                rs.getLong("version"));
    }
}
