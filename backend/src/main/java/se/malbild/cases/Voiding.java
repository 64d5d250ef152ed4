// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * A proposal to void a registration that was a mistake (makulering). It takes two natural persons: one proposes, another confirms
 * (CASES §3 <i>void</i>, §12).
 *
 * @param settledBy who confirmed or refused it
 */
public record Voiding(
        UUID id,
        UUID authorityId,
        UUID caseId,
        String reason,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether a person who is bound to {@code bound} (oneself, whom one substitutes for, one's substitutes) may confirm it. */
    boolean mayBeConfirmedBy(Set<UUID> bound) {
        return state == State.PROPOSED && !bound.contains(proposedBy);
    }

    /** Confirmed by a second person, bound to {@code bound}. */
    Voiding confirmedBy(UUID person, Set<UUID> bound, Instant at) {
        requireOpen();
        if (bound.contains(proposedBy)) {
            throw ProblemException.ruleBroken(
                    "",
                    "same_person",
                    "Någon annan än den som föreslog makuleringen ska bekräfta den, och ingen av er får vara vikarie för den andra.",
                    "Somebody else than the one who proposed it must confirm it, neither substituting for the other.");
        }
        return settled(State.CONFIRMED, person, at);
    }

    /** Refused, or withdrawn by its proposer. */
    Voiding refusedBy(UUID person, Instant at) {
        requireOpen();
        return settled(State.REFUSED, person, at);
    }

    private void requireOpen() {
        if (state != State.PROPOSED) {
            throw ProblemException.conflict(
                    "Förslaget är redan avgjort.", "The proposal is already settled.", Map.of("state", state.code()));
        }
    }

    private Voiding settled(State next, UUID person, Instant at) {
        return new Voiding(id, authorityId, caseId, reason, next, proposedBy, proposedAt, person, at);
    }
}
