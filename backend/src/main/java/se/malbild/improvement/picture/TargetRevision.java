// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a target. Written once; only acceptance and its end are added.
 *
 * @param level 1–5
 * @param weight 1–3
 * @param goodEnoughBecause why a level below 5 is enough
 * @param supersededAt when a later revision or a withdrawal ended it
 * @param workshopId the workshop it was agreed on in
 */
public record TargetRevision(
        UUID targetId,
        int revision,
        int level,
        int weight,
        String reason,
        @Nullable String goodEnoughBecause,
        UUID ownerId,
        LocalDate dueDate,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID acceptedBy,
        @Nullable Instant acceptedAt,
        @Nullable Instant supersededAt,
        @Nullable UUID workshopId) {}
