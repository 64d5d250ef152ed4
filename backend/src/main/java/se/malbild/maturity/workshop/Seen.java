// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import se.malbild.maturity.workshop.flow.WorkshopState;
import se.malbild.platform.problem.ProblemException;

/** Where somebody who acts sees a workshop stand. */
public record Seen(WorkshopState state, int round, long version) {

    /** 409 with where it stands, unless that is what was seen. */
    void require(Workshop now) {
        if (now.state() != state || now.round() != round || now.version() != version) {
            throw ProblemException.conflict(
                    "Arbetsmötet har gått vidare. Se var ni är och försök igen.",
                    "The workshop has moved on. See where it stands and try again.",
                    Facilitation.current(now));
        }
    }

    /** 409 with where it stands: the act belongs to another state. */
    static ProblemException notNow(Workshop now) {
        return ProblemException.conflict(
                "Det går inte i det läge där ni är nu.",
                "That cannot be done where you are now.",
                Facilitation.current(now));
    }
}
