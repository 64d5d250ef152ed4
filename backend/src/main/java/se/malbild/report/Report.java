// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * A report (rapport). A draft keeps its texts only: its figures are computed when it is read. A signed one keeps everything and never
 * changes.
 *
 * @param eventLogId the log its frictions come from
 * @param summary the most important in a few sentences
 * @param proposal what the reader is asked to decide
 * @param sections texts of one's own beside the figures, by section as in the contract
 * @param signature when, by whom and over what it was signed
 */
public record Report(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        UUID unitId,
        @Nullable UUID eventLogId,
        String title,
        @Nullable String summary,
        @Nullable String proposal,
        Map<String, String> sections,
        State state,
        UUID createdBy,
        Instant createdAt,
        @Nullable Signature signature,
        long version) {

    /** A draft follows the figures; a signed one is frozen. */
    public enum State {
        DRAFT,
        SIGNED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A signature (underskrift).
     *
     * @param sealed texts and contents as they were signed, as JSON
     * @param hash SHA-256 of {@code sealed}, in hex
     */
    public record Signature(UUID by, Instant at, String sealed, String hash) {}

    Report requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    private void requireDraft() {
        if (state != State.DRAFT) {
            throw ProblemException.conflict(
                    "Rapporten är undertecknad och ändras inte mer.", "The report is signed and changes no more.");
        }
    }

    /** With other texts. */
    Report changed(Reports.Texts texts) {
        requireDraft();
        return new Report(
                id,
                authorityId,
                assessmentId,
                unitId,
                texts.eventLogId(),
                texts.title(),
                texts.summary(),
                texts.proposal(),
                texts.sections(),
                state,
                createdBy,
                createdAt,
                null,
                version + 1);
    }

    /** Frozen as {@code signed}. */
    Report signed(Signature signed) {
        requireDraft();
        return new Report(
                id,
                authorityId,
                assessmentId,
                unitId,
                eventLogId,
                title,
                summary,
                proposal,
                sections,
                State.SIGNED,
                createdBy,
                createdAt,
                signed,
                version + 1);
    }
}
