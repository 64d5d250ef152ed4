// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/** What the rules say of a move. */
public sealed interface Verdict {

    /**
     * It is done.
     *
     * @param criterion the question the workshop is at afterwards
     */
    record Taken(WorkshopState state, @Nullable String criterion, int round, Effect effect) implements Verdict {}

    /** It is refused, and nothing changes. */
    record Refused(Refusal why, Text said) implements Verdict {}

    /** What happens to votes and counts. */
    enum Effect {
        NONE,
        /** Votes become counts and are deleted. */
        COUNT,
        /** The counts of the round are discarded. */
        DISCARD_COUNTS,
        /** The result of the round is frozen. */
        FREEZE,
        /** Votes and counts that nobody has seen are deleted. */
        DISCARD_UNREVEALED
    }

    /** Why it is refused, in the order of the checks. */
    enum Refusal {
        /** 403. */
        ROLE,
        /** 409: it stands otherwise than was believed. */
        STALE,
        /** 409: it cannot be done in this state. */
        STATE,
        /** 422. */
        PRECONDITION
    }
}
