// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a target.
 *
 * @param level 1–5
 * @param weight 1–3
 * @param goodEnoughBecause why a level below 5 is enough
 * @param workshopId the workshop it was agreed on in; absent where it was not
 */
public record WantedTarget(
        int level,
        int weight,
        String reason,
        @Nullable String goodEnoughBecause,
        UUID ownerId,
        LocalDate dueDate,
        @Nullable UUID workshopId) {}
