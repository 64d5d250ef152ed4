// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.workshop.flow.Standing;

/**
 * A question of a workshop and what has come of it. Immutable.
 *
 * @param level the level proposed
 * @param reason why, or why it was parked
 * @param target to reach, if one was agreed on in the room
 * @param decidedAt when the level was proposed
 */
public record Question(
        Standing standing,
        @Nullable Integer level,
        @Nullable String reason,
        @Nullable RoomTarget target,
        @Nullable Instant decidedAt) {

    /** One that has not been put. */
    static Question waiting(String criterion) {
        return new Question(new Standing(criterion, Standing.Outcome.WAITING, 0), null, null, null, null);
    }

    public String criterion() {
        return standing.criterion();
    }

    Question revealed(int round) {
        return new Question(new Standing(criterion(), standing.outcome(), round), level, reason, target, decidedAt);
    }

    Question parked(@Nullable String why) {
        return new Question(
                new Standing(criterion(), Standing.Outcome.PARKED, standing.revealedRound()), null, why, null, null);
    }

    Question decided(Details details, Instant at) {
        return new Question(
                new Standing(criterion(), Standing.Outcome.DECIDED, standing.revealedRound()),
                details.level(),
                details.reason(),
                details.target(),
                at);
    }
}
