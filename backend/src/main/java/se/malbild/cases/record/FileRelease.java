// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * A proposal to release a file from quarantine (släppa ur karantän). It takes two natural persons: one who handles the case proposes,
 * another confirms.
 *
 * @param reason why the file is harmless
 * @param settledBy who confirmed, refused or withdrew it
 * @param settledReason why it was refused
 */
public record FileRelease(
        UUID id,
        UUID authorityId,
        UUID caseId,
        UUID recordId,
        UUID fileId,
        String reason,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt,
        @Nullable String settledReason) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean waits() {
        return state == State.PROPOSED;
    }

    /** Whether a person who is bound to {@code bound} (oneself, whom one substitutes for, one's substitutes) may confirm it. */
    boolean mayBeConfirmedBy(Set<UUID> bound) {
        return waits() && !bound.contains(proposedBy);
    }

    /** Confirmed by a second person, bound to {@code bound}. */
    FileRelease confirmedBy(UUID person, Set<UUID> bound, Instant at) {
        if (bound.contains(proposedBy)) {
            throw ProblemException.ruleBroken(
                    "",
                    "same_person",
                    "Någon annan än den som föreslog att filen släpps ska bekräfta det, och ingen av er får vara vikarie för den andra.",
                    "Somebody else than the one who proposed the release must confirm it, neither substituting for the other.");
        }
        return settled(State.CONFIRMED, person, at, null);
    }

    FileRelease settled(State next, UUID person, Instant at, @Nullable String why) {
        return new FileRelease(
                id, authorityId, caseId, recordId, fileId, reason, next, proposedBy, proposedAt, person, at, why);
    }
}
