// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target agreed on in the room. With an owner and a day it is proposed at once; without, it waits for them.
 *
 * @param goodEnoughBecause why a level below the highest is enough
 * @param ownerId who is responsible
 * @param dueDate when it shall be reached
 */
public record RoomTarget(
        int level,
        String reason,
        @Nullable String goodEnoughBecause,
        @Nullable UUID ownerId,
        @Nullable LocalDate dueDate) {

    /** Whether it says all that a target must say. */
    public boolean isWhole() {
        return ownerId != null && dueDate != null;
    }
}
