// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;

/**
 * What an interview shall be.
 *
 * @param peopleInRole how many in the unit have the role; with {@code unitId} only
 * @param criteria codes of the criteria to ask about
 * @param frictions ask about the largest frictions too
 */
public record InterviewPlan(
        RespondentGroup group,
        @Nullable UUID unitId,
        @Nullable Integer peopleInRole,
        String role,
        LocalDate plannedOn,
        List<String> criteria,
        boolean frictions) {}
