// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that may have moved the figures (känd händelse): a new law, a stop in a system, a reorganisation.
 *
 * @param unitId the unit it concerns; absent = the whole authority
 */
public record KnownEvent(
        UUID id,
        UUID authorityId,
        @Nullable UUID unitId,
        LocalDate date,
        String words,
        UUID createdBy,
        Instant createdAt,
        long version) {

    /** What is wanted of one. */
    public record Wanted(
            LocalDate date, String words, @Nullable UUID unitId) {}
}
