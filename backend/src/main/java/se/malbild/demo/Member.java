// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;

/** Somebody in a role in a unit, for a time. */
record Member(
        UUID userId,
        Role role,
        String unit,
        UUID unitId,
        LocalDate from,
        @Nullable LocalDate to,
        boolean onLeave) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
