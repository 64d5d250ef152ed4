// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.placement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of joint placements; rows are added, never changed. */
@Singleton
class JointPlacementRepository {
    private final Jdbi jdbi;

    JointPlacementRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row of {@code joint_placements}. */
    public record Row(
            UUID id,
            UUID authorityId,
            UUID assessmentId,
            int seq,
            String groupCode,
            String criterion,
            int level,
            LocalDate placedOn,
            UUID placedBy,
            Instant placedAt) {

        JointPlacement placement() {
            return new JointPlacement(
                    id, authorityId, assessmentId, seq, groupCode, criterion, level, placedOn, placedBy, placedAt);
        }
    }

    void insert(JointPlacement placement) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO joint_placements (id, authority_id, assessment_id, seq, group_code, criterion, level, placed_on, placed_by, placed_at)
                VALUES (:id, :authorityId, :assessmentId, :seq, :group, :criterion, :level, :placedOn, :placedBy, :placedAt)""").bindMethods(placement).execute());
    }

    /** All of an assessment, newest first. */
    List<JointPlacement> all(UUID authorityId, UUID assessmentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, authority_id, assessment_id, seq, group_code, criterion, level, placed_on, placed_by, placed_at
                  FROM joint_placements WHERE assessment_id = :assessment AND authority_id = :authority ORDER BY seq DESC""")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .mapTo(Row.class)
                .map(Row::placement)
                .list());
    }
}
