// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What became of an item (utfall). */
public enum Outcome {
    WAITING,
    REGISTERED,
    LINKED,
    TRIVIAL,
    MISDIRECTED,
    SPAM;

    private static final Set<Outcome> WITHOUT_CASE = EnumSet.of(TRIVIAL, MISDIRECTED, SPAM);

    /** Whether it ended without a case: of minor importance (OSL 5:1 § fourth paragraph), somebody else's, or rubbish. */
    boolean isWithoutCase() {
        return WITHOUT_CASE.contains(this);
    }

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that code. */
    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
