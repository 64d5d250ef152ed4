// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client may (CASES §13): the scope says what kind; extent, case types, period and legal basis say which.
 *
 * @param scope a permission of the contract that is for agencies, e.g. {@code case:submit}
 * @param caseTypeKeys empty = all
 * @param validTo last day; absent = until further notice
 */
public record ClientGrant(
        UUID id,
        UUID clientId,
        String scope,
        Extent extent,
        Set<String> caseTypeKeys,
        String legalBasis,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        ApiClient.State state,
        UUID proposedBy) {

    /** Keeps no set that changes. */
    public ClientGrant {
        caseTypeKeys = Set.copyOf(caseTypeKeys);
    }

    /** Which cases. */
    public enum Extent {
        /** Those the client has submitted itself. */
        OWN,
        /** Also other open cases of the types named. */
        CASE_TYPES;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The extent of that code. */
        public static Extent of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it gives anything on that day. */
    public boolean holdsOn(LocalDate day) {
        return state == ApiClient.State.ACTIVE
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether it reaches things of that case type; what names no type is reached only by a grant that is not limited to any. */
    public boolean coversType(@Nullable String caseTypeKey) {
        return caseTypeKeys.isEmpty() || caseTypeKey != null && caseTypeKeys.contains(caseTypeKey);
    }

    /** Whether it reaches a case of that type, given whether the client submitted it. */
    public boolean coversCase(String caseTypeKey, boolean own) {
        return coversType(caseTypeKey) && (own || extent == Extent.CASE_TYPES);
    }
}
