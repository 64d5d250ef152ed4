// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the targets that questions of workshops were decided with. */
@Singleton
class AgreedTargetRepository {
    private final Jdbi jdbi;

    AgreedTargetRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A decided question with a target. */
    public record Row(
            UUID workshopId,
            String name,
            Instant startsAt,
            String criterion,
            Instant decidedAt,
            int targetLevel,
            @Nullable String targetReason,
            @Nullable String targetBecause,
            @Nullable UUID targetOwnerId,
            @Nullable LocalDate targetDueDate) {

        AgreedTargets.Agreed agreed() {
            return new AgreedTargets.Agreed(
                    workshopId,
                    name,
                    startsAt,
                    criterion,
                    decidedAt,
                    new RoomTarget(
                            targetLevel,
                            targetReason == null ? "" : targetReason,
                            targetBecause,
                            targetOwnerId,
                            targetDueDate));
        }
    }

    /** The latest first; one said before the time was kept counts as said when the workshop began. */
    List<AgreedTargets.Agreed> of(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT w.id AS workshop_id, w.name, w.starts_at, q.criterion, COALESCE(q.decided_at, w.starts_at) AS decided_at,
                       q.target_level, q.target_reason, q.target_because, q.target_owner_id, q.target_due_date
                  FROM workshops w JOIN workshop_questions q ON q.workshop_id = w.id
                 WHERE w.authority_id = :authority AND w.assessment_id = :assessment AND q.outcome = 'decided'
                   AND q.target_level IS NOT NULL
                 ORDER BY decided_at DESC, w.id DESC""")
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .mapTo(Row.class)
                .map(Row::agreed)
                .list());
    }
}
