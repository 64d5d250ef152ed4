// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.util.Locale;

/** How far an interview has come. */
public enum InterviewState {
    /** The guide is made; notes may be taken once consent is recorded. */
    PLANNED,
    HELD,
    /** Each quote is coded; nothing more is noted or cut. */
    CODED,
    /** The consent was withdrawn; notes and quotes are gone. */
    WITHDRAWN;

    /** As stored and in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that code. */
    public static InterviewState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether notes can be taken and quotes cut. */
    boolean isOpen() {
        return this == PLANNED || this == HELD;
    }
}
