// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.Earlier;
import se.malbild.platform.events.Actor;

/** Something that happened to an item before it had a case. */
public record InboxAct(
        UUID id,
        UUID authorityId,
        UUID itemId,
        String activity,
        Instant occurredAt,
        Actor actor,
        @Nullable String reason) {

    /** As it goes into the case. */
    Earlier asEarlier(InboxItem item) {
        return new Earlier(
                activity,
                occurredAt,
                actor,
                activity.equals(Inbox.RECEIVED) ? item.channel().code() : null,
                reason,
                itemId);
    }
}
