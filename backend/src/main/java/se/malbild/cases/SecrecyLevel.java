// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Locale;

/** How closed a case is (sekretessnivå), from open to strict. A marking is a warning, not a decision (OSL 5:5). */
public enum SecrecyLevel {
    OPEN,
    RESTRICTED,
    SECRET,
    STRICT;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that code. */
    public static SecrecyLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
