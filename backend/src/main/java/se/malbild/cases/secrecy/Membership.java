// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is let into a compartment, from a day and perhaps until another.
 *
 * @param validTo last day; absent = until further notice
 * @param proposedBy absent for what was loaded from elsewhere
 * @param settledBy who approved it or took it back
 */
public record Membership(
        UUID id,
        UUID authorityId,
        UUID compartmentId,
        UUID userId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        State state,
        @Nullable UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt) {

    /** A proposal gives nothing until a second person has approved it. */
    public enum State {
        PROPOSED,
        ACTIVE,
        REVOKED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As the database keeps the state. */
    public String stateCode() {
        return state.code();
    }

    /** The same, settled by somebody. */
    Membership settled(State next, UUID by, Instant at) {
        return new Membership(
                id, authorityId, compartmentId, userId, validFrom, validTo, next, proposedBy, proposedAt, by, at);
    }

    /** Whether it still waits or counts, now or later. */
    boolean livesOn(LocalDate day) {
        return state != State.REVOKED && (validTo == null || !day.isAfter(validTo));
    }
}
