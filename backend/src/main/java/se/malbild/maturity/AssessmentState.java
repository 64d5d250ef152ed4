// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.util.Locale;

/** How far an assessment has come. Each state follows the one before it; none is left out and none returned to. */
public enum AssessmentState {
    /** Being prepared; groups and period can change. */
    PLANNED,
    /** The survey is open; nobody can read an answer. */
    COLLECTING,
    /** The survey is closed and its answers are frozen. */
    ANALYSING,
    /** At least one level is decided. */
    DECIDING,
    /** Every criterion is decided; nothing changes any more. */
    DECIDED;

    /** As stored and in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that code. */
    public static AssessmentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether a workshop can be held and propose levels: it reads nothing of a survey. */
    public boolean takesProposals() {
        return this != DECIDED;
    }

    /** Whether levels can be decided, and proposed by those who have read the answers. */
    public boolean takesDecisions() {
        return this == ANALYSING || this == DECIDING;
    }
}
