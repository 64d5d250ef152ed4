// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.decision;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of decided and proposed levels; rows are added, never changed. */
@Singleton
class LevelDecisionRepository {
    private static final String SELECT = """
        SELECT id, authority_id, assessment_id, seq, kind, criterion, level, reason, decided_by, decided_at, sources_hash
          FROM level_decisions WHERE assessment_id = :assessment AND authority_id = :authority""";

    private final Jdbi jdbi;

    LevelDecisionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code level_decisions} without its sources. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID assessmentId,
            int seq,
            String kind,
            String criterion,
            @Nullable Integer level,
            String reason,
            UUID decidedBy,
            Instant decidedAt,
            String sourcesHash) {

        LevelDecision decision() {
            return new LevelDecision(
                    id,
                    authorityId,
                    assessmentId,
                    seq,
                    LevelDecision.Kind.of(kind),
                    criterion,
                    level,
                    reason,
                    decidedBy,
                    decidedAt,
                    sourcesHash);
        }
    }

    void insert(LevelDecision decision, String sources) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO level_decisions (id, authority_id, assessment_id, seq, kind, criterion, level, reason, decided_by, decided_at,
                       sources, sources_hash)
                VALUES (:id, :authorityId, :assessmentId, :seq, :kindCode, :criterion, :level, :reason, :decidedBy, :decidedAt, :sources,
                       :sourcesHash)""")
                .bindMethods(decision)
                .bind("kindCode", decision.kind().code())
                .bind("sources", sources)
                .execute());
    }

    /** All of an assessment, in the order they were made. */
    List<LevelDecision> all(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY seq")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .map(Row::decision)
                .list());
    }

    Optional<LevelDecision> find(UUID authorityId, UUID assessmentId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(Row::decision)
                .findOne());
    }

    String sources(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT sources FROM level_decisions WHERE id = :id AND authority_id = :authority")
                .bind("id", id)
                .bind("authority", authorityId)
                .mapTo(String.class)
                .one());
    }

    /** What a decision stood on, as kept. */
    public record SourcesRow(UUID id, String sources) {}

    /** The kept sources of those decisions. */
    List<SourcesRow> sources(UUID authorityId, UUID assessmentId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, sources FROM level_decisions
                 WHERE assessment_id = :assessment AND authority_id = :authority AND id IN (<ids>)""")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .bindList("ids", ids.stream().map(UUID::toString).toList())
                .mapTo(SourcesRow.class)
                .list());
    }
}
