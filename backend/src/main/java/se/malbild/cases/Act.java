// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.platform.events.Actor;

/**
 * Who does something and when. The instant is now for a request, and the past where history is loaded.
 *
 * @param actor as it stands in the event
 * @param userId the person
 */
public record Act(Actor actor, UUID userId, Instant at) {

    /** An act of a person in a role and for a unit, at a given instant. */
    public static Act of(UUID userId, String role, UUID unitId, Instant at) {
        return new Act(Actor.user(userId, role, unitId), userId, at);
    }

    /** The legal day of the act. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ArrivalRule.STOCKHOLM);
    }
}
