// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a case type as it stands in its table.
 *
 * @param revision how many times it has been written; the ETag of a draft
 * @param basedOnType the type and version its draft began as a copy of
 */
public record CaseTypeRow(
        UUID typeId,
        int version,
        UUID authorityId,
        String typeKey,
        String status,
        String nameSv,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String configuration,
        @Nullable UUID draftedBy,
        Instant draftedAt,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt,
        long revision,
        @Nullable UUID basedOnType,
        @Nullable Integer basedOnVersion,
        @Nullable Instant changedAt,
        @Nullable UUID retiredBy,
        @Nullable Instant retiredAt,
        @Nullable String retiredReason) {

    /** Still being written. */
    static final String DRAFT = "draft";
    /** New cases follow it from its first day on. */
    static final String PUBLISHED = "published";
    /** New cases no longer follow it. */
    static final String RETIRED = "retired";

    /** Whether it may still be changed. */
    public boolean isDraft() {
        return status.equals(DRAFT);
    }

    /**
     * Whether it decides, on {@code day}, what new cases follow: published, or retired after it had begun to hold – nothing older takes
     * the place of what was retired.
     */
    boolean holdsOn(LocalDate day, LocalDate retiredOn) {
        boolean counts = status.equals(PUBLISHED) || status.equals(RETIRED) && !retiredOn.isBefore(validFrom);
        return counts && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
