// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import java.util.Locale;

/**
 * How a question of a workshop stands.
 *
 * @param revealedRound last round that has been revealed; 0 = none
 */
public record Standing(String criterion, Outcome outcome, int revealedRound) {

    /** What has become of a question. */
    public enum Outcome {
        WAITING,
        DECIDED,
        PARKED;

        /** As stored and in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The outcome of that code. */
        public static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean isUndecided() {
        return outcome != Outcome.DECIDED;
    }
}
