// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to decide on the authority's behalf (delegation): a role, for a decision type of a case type, in a unit and a period.
 *
 * @param holderRole role that holds it, as in the contract
 * @param documentRef the decision that gave it
 */
public record Delegation(
        UUID id,
        UUID authorityId,
        String caseTypeKey,
        String decisionTypeKey,
        UUID unitId,
        String holderRole,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String documentRef) {

    /** Whether it holds that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
