// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.util.Locale;

/** Why somebody is no longer a party. A closed list: words could hold what the event must not. */
public enum EndReason {
    WITHDREW,
    DECEASED,
    /** Somebody else took its place. */
    SUCCEEDED,
    BY_MISTAKE,
    OTHER;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of that code. */
    public static EndReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
