// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.scoring.VerifiedLevel;

/**
 * A piece of evidence (underlag). Immutable.
 *
 * @param level the level it shows
 * @param link where it is, if it has an address
 * @param checks oldest first; the last one holds
 */
public record Evidence(
        UUID id,
        UUID authorityId,
        UUID assessmentId,
        String criterion,
        int level,
        Kind kind,
        String title,
        String description,
        @Nullable String link,
        UUID submittedBy,
        Instant submittedAt,
        List<Check> checks,
        long version) {

    /** What it is. */
    public enum Kind {
        DOCUMENT,
        OBSERVATION,
        INTERVIEW;

        /** As stored and in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What somebody else found (granskning). Never changed; a later one takes its place.
     *
     * @param validUntil last day it counts
     */
    public record Check(
            VerifiedLevel.Verdict verdict, String comment, LocalDate validUntil, UUID checkedBy, Instant checkedAt) {}

    /** The check that holds. */
    public Optional<Check> check() {
        return checks.isEmpty() ? Optional.empty() : Optional.of(checks.getLast());
    }

    /** Whether its check no longer counts. */
    public boolean expired(LocalDate today) {
        return check().filter(each -> today.isAfter(each.validUntil())).isPresent();
    }
}
