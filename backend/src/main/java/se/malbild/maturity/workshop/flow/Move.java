// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do, and where they believe that the workshop stands.
 *
 * @param version as seen; a participant's vote is about a question and a round, whatever the version
 * @param criterion for {@code NEXT} the question chosen, for {@code VOTE} the one voted on; otherwise absent
 */
public record Move(
        By by,
        WorkshopAction action,
        WorkshopState expectedState,
        int round,
        long version,
        @Nullable String criterion) {

    /** Who acts. */
    public enum By {
        FACILITATOR,
        PARTICIPANT,
        /** The clock, which may close a question and nothing else. */
        CLOCK
    }
}
