// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the authority (enhet). Versioned: a reorganisation ends a unit and names its successors, history keeps the old one.
 *
 * @param parentId absent for the authority itself
 * @param validTo last day; absent = still there
 */
public record Unit(
        UUID id,
        UUID authorityId,
        @Nullable UUID parentId,
        String code,
        String nameSv,
        @Nullable String nameEn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<UUID> successorIds,
        long version) {

    /** Whether it is there on that day. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
