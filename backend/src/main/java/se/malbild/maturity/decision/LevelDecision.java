// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.decision;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level decided or proposed for a criterion. Never changed.
 *
 * @param seq order within the assessment
 * @param level absent = the criterion does not apply
 */
public record LevelDecision(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        int seq,
        Kind kind,
        String criterion,
        @Nullable Integer level,
        String reason,
        UUID decidedBy,
        Instant decidedAt,
        String sourcesHash) {

    /** Whether it holds, or is what somebody suggests. */
    public enum Kind {
        DECIDED,
        PROPOSED;

        /** As stored. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether the criterion is held not to apply. */
    public boolean notApplicable() {
        return level == null;
    }
}
