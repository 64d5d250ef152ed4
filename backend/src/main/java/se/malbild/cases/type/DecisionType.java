// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * A kind of decision a case type allows (beslutstyp).
 *
 * @param delegationRoles roles that may decide so as the type comes
 * @param amountLimit up to which amount in kronor they may; absent = any
 * @param amountField pointer into the answers of the form to the amount, e.g. {@code /appliedSek}
 * @param fourEyes the signer must not be the author of the proposal
 * @param presentation somebody must present the case to the decision maker (myndighetsförordningen 20 §)
 * @param appealInstance absent where the decision cannot be appealed
 * @param template key of the letter the decision is written on
 * @param appealTemplate key of the instruction on how to appeal, or of the note that one cannot
 */
public record DecisionType(
        String key,
        Text name,
        Kind kind,
        List<Outcome> outcomes,
        List<String> delegationRoles,
        @Nullable Long amountLimit,
        @Nullable String amountField,
        boolean fourEyes,
        boolean presentation,
        boolean appealable,
        @Nullable String appealInstance,
        @Nullable Text appealInstanceName,
        String template,
        @Nullable String appealTemplate) {

    /** What a decision does to its case; only a final one moves it. */
    public enum Kind {
        INTERIM,
        FINAL,
        PARTIAL,
        DELAY_REFUSAL,
        CONFLICT,
        SECRECY,
        CORRECTION,
        CHANGE;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How it may end.
     *
     * @param outcome {@code granted}, {@code partly}, {@code refused}, {@code dismissed}, {@code written_off} or {@code other}
     * @param key the type's own name of it
     */
    public record Outcome(String key, String outcome, Text name) {

        /** Whether the case ends without the substance being tried (avvisning, avskrivning): no documents can be demanded then. */
        public boolean withoutTrial() {
            return outcome.equals("dismissed") || outcome.equals("written_off");
        }
    }

    /** The outcome of that key. */
    public Optional<Outcome> outcome(String wanted) {
        return outcomes.stream().filter(each -> each.key().equals(wanted)).findFirst();
    }
}
