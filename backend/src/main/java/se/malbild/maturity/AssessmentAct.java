// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.NewEvent;

/**
 * Who does something with an assessment, and when. The instant is now for a request, and the past where history is loaded.
 *
 * @param actor as it stands in the event
 * @param userId the person
 */
public record AssessmentAct(Actor actor, UUID userId, Instant at) {

    /** The event of the act. It never holds anything of what was answered. */
    public NewEvent event(Assessment assessment, String activity, Map<String, Object> attributes) {
        return NewEvent.inAuthority(assessment.authorityId(), activity, at, actor)
                .withObjects("assessment:" + assessment.id())
                .withAttributes(attributes);
    }
}
