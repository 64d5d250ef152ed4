// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import java.util.Locale;

/** Who reads a case. */
public enum Audience {
    /** Whoever handles it: everything, but what is protected of a party. */
    OFFICER,
    /** A party: everything but what was withheld (OSL 10:3 §), internal notes and working material. */
    PARTY,
    /** Anybody: what stands in the public register. */
    PUBLIC,
    /** Another authority, on a ground in law. */
    AUTHORITY;

    /** As in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience of that code. */
    public static Audience of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
