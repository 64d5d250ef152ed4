// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role for a unit and a period (behörighet).
 *
 * @param validTo last day; absent = until further notice
 * @param buyerId who has bought the consultant and answers for the access (beställare); for a consultant's role only
 * @param proposedBy absent for grants of the operator's command line
 */
public record Grant(
        UUID id,
        UUID userId,
        Role role,
        UUID unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        State state,
        @Nullable UUID proposedBy,
        @Nullable UUID buyerId) {

    /** A proposed grant gives nothing until a second person has approved it. */
    public enum State {
        PROPOSED,
        ACTIVE,
        REVOKED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether it gives anything on that day. */
    public boolean holdsOn(LocalDate day) {
        return state == State.ACTIVE && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
