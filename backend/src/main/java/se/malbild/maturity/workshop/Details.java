// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import org.jspecify.annotations.Nullable;

/**
 * What an act says beside what it is.
 *
 * @param reason why a level is proposed, or a question parked; without blanks around it
 * @param target to reach, if one was agreed on in the room
 * @param agendaPoint the point to go to, from 0
 */
public record Details(
        @Nullable Integer level,
        @Nullable String reason,
        @Nullable RoomTarget target,
        @Nullable Integer agendaPoint) {
    static final Details NONE = new Details(null, null, null, null);
}
