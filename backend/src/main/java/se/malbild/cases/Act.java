// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.StandIn;
import se.malbild.cases.deadline.ArrivalRule;
import se.malbild.platform.events.Actor;

/**
 * Who does something and when. The instant is now for a request, and the past where history is loaded.
 *
 * @param actor as it stands in the event
 * @param userId the person
 * @param standIns whom the person stands in for
 */
public record Act(Actor actor, UUID userId, Instant at, List<StandIn> standIns) {

    /** An act of somebody who stands in for nobody. */
    public Act(Actor actor, UUID userId, Instant at) {
        this(actor, userId, at, List.of());
    }

    /** An act of a person in a role and for a unit, at a given instant. */
    public static Act of(UUID userId, String role, UUID unitId, Instant at) {
        return new Act(Actor.user(userId, role, unitId), userId, at);
    }

    /** The act as it is on a case: whoever acts on a case of one stood in for does so on that person's behalf (CASES §10). */
    public Act on(CaseFile file) {
        UUID principal = principalOf(file);
        return principal == null || actor.onBehalfOf() != null
                ? this
                : new Act(actor.onBehalfOf(principal), userId, at, standIns);
    }

    /** Who is responsible, as the case knows it: the officer one stands in for, otherwise oneself. */
    public UUID asOfficerOf(CaseFile file) {
        UUID officer = file.officerId();
        return officer != null && officer.equals(principalOf(file)) ? officer : userId;
    }

    private @Nullable UUID principalOf(CaseFile file) {
        if (userId.equals(file.officerId()) || userId.equals(file.decisionMakerId())) {
            return null;
        }
        return standIns.stream()
                .filter(each -> each.cases() && each.principalId().equals(file.officerId())
                        || each.decisions() && each.principalId().equals(file.decisionMakerId()))
                .map(StandIn::principalId)
                .findFirst()
                .orElse(null);
    }

    /** The legal day of the act. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ArrivalRule.STOCKHOLM);
    }
}
