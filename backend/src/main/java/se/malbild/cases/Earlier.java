// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.NewEvent;

/**
 * What happened to something before it had a case: when it gets one, that becomes the case's events, with when it happened kept
 * (CASES §4).
 *
 * @param activity past tense, e.g. {@code ItemReceived}
 * @param channel by which way it came, where the act is that it came
 * @param itemId the item of the inbox
 */
public record Earlier(
        String activity,
        Instant occurredAt,
        Actor actor,
        @Nullable String channel,
        @Nullable String reason,
        UUID itemId) {

    /** As an event of the case. */
    NewEvent in(CaseFile file) {
        return NewEvent.inCase(file.authorityId(), file.id(), activity, occurredAt, actor)
                .withCaseType(file.caseTypeId(), file.caseTypeVersion())
                .withObjects("unit:" + file.unitId(), "item:" + itemId)
                .withSecrecy(file.secrecyLevel().code())
                .withChannel(channel)
                .withReason(null, reason);
    }
}
