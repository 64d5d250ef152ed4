// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event log beside its columns.
 *
 * @param kind {@code imported} or {@code own}
 * @param unitId part of the authority it is about
 * @param sourceName title it was imported by
 * @param quality JSON of the quality note
 * @param pseudonymKey secret that the pseudonyms of its cases are made with
 */
public record LogRow(
        UUID id,
        UUID authorityId,
        String kind,
        String title,
        UUID unitId,
        @Nullable String sourceName,
        @Nullable Long sourceBytes,
        long caseCount,
        long eventCount,
        int activityCount,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        String quality,
        byte[] pseudonymKey,
        Instant createdAt,
        long version) {

    /** Whether it is the authority's own cases. */
    public boolean own() {
        return kind.equals("own");
    }
}
