// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody opened one closed case for a time.
 *
 * @param unitId the unit responsible for the case then; its manager reviews
 * @param reviewDue last day of the review; absent where none is made
 */
public record Opening(
        UUID id,
        UUID authorityId,
        UUID caseId,
        UUID unitId,
        UUID userId,
        Kind kind,
        String reason,
        Instant openedAt,
        Instant expiresAt,
        @Nullable LocalDate reviewDue,
        @Nullable UUID reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable Finding finding,
        @Nullable String reviewNote) {

    /** In an emergency, or by an auditor for a stated reason. */
    public enum Kind {
        EMERGENCY,
        REASON
    }

    /** What a review found. */
    public enum Finding {
        JUSTIFIED,
        UNJUSTIFIED
    }

    /** As the database keeps the kind. */
    public String kindCode() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
