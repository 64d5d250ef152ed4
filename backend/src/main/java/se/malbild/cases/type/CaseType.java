// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.SecrecyLevel;
import se.malbild.platform.Text;

/**
 * One version of a case type (ärendetyp, CASES §6). Immutable once published; a running case follows the version it was registered
 * under.
 *
 * @param id the same for all versions of the type
 * @param classCode of the authority's classification scheme; first part of the registration number
 * @param initiative who opens such a case: {@code party}, {@code own} or {@code other_authority}
 * @param defaultUnit code of the unit it goes to
 * @param webPartyNames whether an organisation's name may stand in the public register
 * @param json the whole configuration as it was published, form and simulation figures too
 */
public record CaseType(
        UUID id,
        String key,
        int version,
        Text name,
        Text description,
        String classCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String initiative,
        List<String> channels,
        String defaultUnit,
        SecrecyLevel secrecyDefault,
        PublicMode publicMode,
        boolean webPartyNames,
        int webMonthsAfterClose,
        List<Step> steps,
        List<DeadlineRule> deadlines,
        List<DocumentRule> documents,
        List<DecisionType> decisionTypes,
        List<LetterTemplate> letters,
        List<RetentionRule> retention,
        String json) {

    /** How much of a case the public register shows (visa, maskera, undanta). */
    public enum PublicMode {
        SHOW,
        MASK,
        WITHHOLD
    }

    /**
     * A step on the way.
     *
     * @param waits which wait it is, where it is one
     */
    public record Step(
            String key,
            Text name,
            int targetDays,
            String startActivity,
            String endActivity,
            boolean required,
            @Nullable String waits) {}

    /**
     * A document the case must hold.
     *
     * @param when {@code always}, or a condition the officer judges
     * @param requiredBefore {@code register}, {@code assign}, {@code draft}, {@code decide} or {@code dispatch}
     */
    public record DocumentRule(String key, Text name, String when, String requiredBefore) {

        /** Whether every case of the type needs it before it is decided. */
        public boolean neededToDecide() {
            return when.equals("always") && !requiredBefore.equals("dispatch");
        }
    }

    /** A text with {@code {{placeholders}}}; what stands in [brackets] is dropped when its placeholder is empty. */
    public record LetterTemplate(String key, Text name, Text body) {}

    /**
     * What happens to the case's records in the end (bevarande och gallring).
     *
     * @param outcome key of an outcome, or {@code *}
     * @param years after which they are disposed of; absent when they are preserved
     * @param start what the years are counted from: {@code closed}, {@code decision_in_force} …
     */
    public record RetentionRule(
            String outcome, boolean preserve, @Nullable Integer years, String start, String basis) {}

    /** The decision type of that key. */
    public Optional<DecisionType> decisionType(String wanted) {
        return decisionTypes.stream().filter(each -> each.key().equals(wanted)).findFirst();
    }

    /** The letter of that key. */
    public Optional<LetterTemplate> letter(@Nullable String wanted) {
        return letters.stream().filter(each -> each.key().equals(wanted)).findFirst();
    }

    /** The rule for an outcome: its own, otherwise the one for all. */
    public Optional<RetentionRule> retentionFor(@Nullable String outcomeKey) {
        return retention.stream()
                .filter(rule -> rule.outcome().equals(outcomeKey))
                .findFirst()
                .or(() -> retention.stream()
                        .filter(rule -> rule.outcome().equals("*"))
                        .findFirst());
    }

    /** Whether new cases may be registered under it that day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
