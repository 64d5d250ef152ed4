// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system of another agency (klient), one for each agency and purpose.
 *
 * @param agency whose it is
 * @param validTo last day; absent = until further notice
 * @param lastCalledAt when it last got a token
 * @param version number of the version; the ETag holds the same
 */
public record ApiClient(
        UUID id,
        UUID authorityId,
        String name,
        String agency,
        String purpose,
        String contactEmail,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        State state,
        UUID proposedBy,
        @Nullable UUID approvedBy,
        @Nullable Instant lastCalledAt,
        long version) {

    /** Where a client or a grant to one stands: what is proposed gives nothing until a second person has approved it. */
    public enum State {
        PROPOSED,
        ACTIVE,
        REVOKED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it may call that day. */
    public boolean worksOn(LocalDate day) {
        return state == State.ACTIVE && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
