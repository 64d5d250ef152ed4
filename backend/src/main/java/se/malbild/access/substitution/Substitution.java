// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.substitution;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody stands in for somebody else for a time (vikariat, CASES §10).
 *
 * @param validTo last day as it was meant
 * @param forCases for the cases the principal handles
 * @param forDecisions for the cases the principal has been asked to decide
 * @param createdBy absent where it was loaded
 * @param endedOn first day on which it no longer holds, where it was ended before its time
 */
public record Substitution(
        UUID id,
        UUID authorityId,
        UUID principalId,
        UUID substituteId,
        LocalDate validFrom,
        LocalDate validTo,
        boolean forCases,
        boolean forDecisions,
        @Nullable UUID createdBy,
        @Nullable LocalDate endedOn,
        long version) {

    /** Whether it holds that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo) && (endedOn == null || day.isBefore(endedOn));
    }

    /** Last day on which it holds. */
    public LocalDate lastDay() {
        return endedOn == null || endedOn.isAfter(validTo) ? validTo : endedOn.minusDays(1);
    }

    /** Whether nothing more comes of it. */
    public boolean over(LocalDate today) {
        return validTo.isBefore(today) || endedOn != null && !endedOn.isAfter(today);
    }

    /** Ended; from {@code day} on it no longer holds. */
    public Substitution ended(LocalDate day) {
        return new Substitution(
                id,
                authorityId,
                principalId,
                substituteId,
                validFrom,
                validTo,
                forCases,
                forDecisions,
                createdBy,
                day,
                version + 1);
    }
}
