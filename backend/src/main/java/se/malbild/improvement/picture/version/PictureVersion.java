// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture.version;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * A version of a target picture (version av målbilden). A draft keeps its reason only: the rest is read from words and targets. A signed
 * one keeps everything and never changes.
 *
 * @param number from 1 for each assessment
 * @param changedBy who last wrote the reason
 */
public record PictureVersion(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        UUID unitId,
        int number,
        @Nullable String reason,
        State state,
        UUID createdBy,
        Instant createdAt,
        UUID changedBy,
        @Nullable Signature signature,
        long version) {

    /** A draft follows words and targets; a signed one is frozen. */
    public enum State {
        DRAFT,
        SIGNED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A signature (underskrift).
     *
     * @param sealed everything as it was signed, as JSON
     * @param hash SHA-256 of {@code sealed}, in hex
     */
    public record Signature(UUID by, Instant at, String sealed, String hash) {}

    PictureVersion requireVersion(long expected) {
        if (version != expected) {
            throw ProblemException.stale(version);
        }
        return this;
    }

    private void requireDraft() {
        if (state != State.DRAFT) {
            throw ProblemException.conflict(
                    "Versionen är undertecknad och ändras inte mer.", "The version is signed and changes no more.");
        }
    }

    /** With another reason. */
    PictureVersion reasoned(UUID by, String newReason) {
        requireDraft();
        return new PictureVersion(
                id,
                authorityId,
                assessmentId,
                unitId,
                number,
                newReason,
                state,
                createdBy,
                createdAt,
                by,
                null,
                version + 1);
    }

    /** Frozen as {@code signed}. */
    PictureVersion signed(Signature signed) {
        requireDraft();
        return new PictureVersion(
                id,
                authorityId,
                assessmentId,
                unitId,
                number,
                reason,
                State.SIGNED,
                createdBy,
                createdAt,
                changedBy,
                signed,
                version + 1);
    }

    /** Whoever has written in the draft, with the writer of its words; none of them signs it. */
    Set<UUID> writers(@Nullable UUID wordsBy) {
        return Stream.concat(Stream.of(createdBy, changedBy), Stream.ofNullable(wordsBy))
                .collect(Collectors.toSet());
    }
}
