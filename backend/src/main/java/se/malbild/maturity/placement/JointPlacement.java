// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The level a group gave together. Never changed; a later one supersedes it.
 *
 * @param seq order within the assessment
 * @param group code of the group
 * @param placedOn the day it was given in the room
 * @param placedBy who wrote it down
 */
public record JointPlacement(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        int seq,
        String group,
        String criterion,
        int level,
        LocalDate placedOn,
        UUID placedBy,
        Instant placedAt) {}
