// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import org.jspecify.annotations.Nullable;
import se.malbild.maturity.workshop.flow.Standing;

/**
 * A question of a workshop and what has come of it. Immutable.
 *
 * @param level the level proposed
 * @param reason why, or why it was parked
 * @param targetLevel a level to reach, if one was agreed on in the room
 */
public record Question(
        Standing standing,
        @Nullable Integer level,
        @Nullable String reason,
        @Nullable Integer targetLevel,
        @Nullable String targetReason) {

    /** One that has not been put. */
    static Question waiting(String criterion) {
        return new Question(new Standing(criterion, Standing.Outcome.WAITING, 0), null, null, null, null);
    }

    public String criterion() {
        return standing.criterion();
    }

    Question revealed(int round) {
        return new Question(
                new Standing(criterion(), standing.outcome(), round), level, reason, targetLevel, targetReason);
    }

    Question parked(@Nullable String why) {
        return new Question(
                new Standing(criterion(), Standing.Outcome.PARKED, standing.revealedRound()), null, why, null, null);
    }

    Question decided(Details details) {
        return new Question(
                new Standing(criterion(), Standing.Outcome.DECIDED, standing.revealedRound()),
                details.level(),
                details.reason(),
                details.targetLevel(),
                details.targetReason());
    }
}
