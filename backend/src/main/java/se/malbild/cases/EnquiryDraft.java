// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * What a consultant has written to be asked of somebody (utkast; CASES §12): working material, of which nobody outside knows. Nothing
 * waits for it and no clock stops, until an officer sends it as the officer's own act.
 *
 * @param settledBy who adopted or discarded it
 */
public record EnquiryDraft(
        UUID id,
        UUID caseId,
        Enquiring.Asked asked,
        State state,
        UUID writtenBy,
        Instant writtenAt,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt) {

    /** Where a draft stands. */
    public enum State {
        WAITING,
        ADOPTED,
        DISCARDED;

        /** As in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** As somebody has settled it; 409 where it is settled already. */
    EnquiryDraft settled(State outcome, Act act) {
        if (state != State.WAITING) {
            throw ProblemException.conflict(
                    "Utkastet är redan antaget eller kastat.", "The draft is already adopted or discarded.");
        }
        return new EnquiryDraft(id, caseId, asked, outcome, writtenBy, writtenAt, act.userId(), act.at());
    }
}
