// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * A chosen criterion's target (mål). What is accepted counts; what is proposed waits beside it and takes nothing away (SCORING §5).
 *
 * @param acceptedRevision the revision that counts
 * @param proposedRevision the revision that waits for a decision
 * @param lastRevision the newest there is, from 1
 * @param withdrawnReason why it no longer counts
 */
public record Target(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        String criterion,
        State state,
        @Nullable Integer acceptedRevision,
        @Nullable Integer proposedRevision,
        int lastRevision,
        @Nullable String withdrawnReason,
        long version) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        WITHDRAWN;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** A first proposal. */
    static Target first(UUID id, UUID authorityId, UUID assessmentId, String criterion) {
        return new Target(id, authorityId, assessmentId, criterion, State.PROPOSED, null, 1, 1, null, 1);
    }

    Target requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    /** Another wording waits; what counts still counts. */
    Target proposedAnew() {
        return new Target(
                id,
                authorityId,
                assessmentId,
                criterion,
                acceptedRevision == null ? State.PROPOSED : State.ACCEPTED,
                acceptedRevision,
                lastRevision + 1,
                lastRevision + 1,
                null,
                version + 1);
    }

    /** What waited counts from now on. */
    Target accepted() {
        if (proposedRevision == null) {
            throw ProblemException.conflict(
                    "Det finns inget förslag på %s att godta.".formatted(criterion),
                    "There is no proposal on %s to accept.".formatted(criterion));
        }
        return new Target(
                id,
                authorityId,
                assessmentId,
                criterion,
                State.ACCEPTED,
                proposedRevision,
                null,
                lastRevision,
                null,
                version + 1);
    }

    /** Nothing of it counts or waits any more. */
    Target withdrawn(String reason) {
        if (state == State.WITHDRAWN) {
            throw ProblemException.conflict("Målet är redan taget tillbaka.", "The target has already been withdrawn.");
        }
        return new Target(
                id,
                authorityId,
                assessmentId,
                criterion,
                State.WITHDRAWN,
                null,
                null,
                lastRevision,
                reason,
                version + 1);
    }
}
