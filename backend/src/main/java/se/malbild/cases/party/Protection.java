// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.util.Collection;
import java.util.Locale;

/** How a party's personal data is protected (skyddade personuppgifter; OSL 22:1, folkbokföringslagen 16 §, lagen om fingerade personuppgifter). */
public enum Protection {
    NONE,
    /** Marked for secrecy in the population register (sekretessmarkering). */
    MARKED,
    /** Registered where one does not live (skyddad folkbokföring). */
    PROTECTED_REGISTRATION,
    /** Another identity (fingerade personuppgifter). */
    FICTITIOUS;

    /** What stands where the name would. */
    public static final String MASK = "Skyddad identitet";

    /** Whether name and contacts are kept from everybody who does not handle the case; post then goes by the tax agency's forwarding. */
    public boolean hides() {
        return this != NONE;
    }

    /** The mask for one more party of a case whose parties have these names already. */
    public static String maskBeside(Collection<String> names) {
        String mask = MASK;
        for (int n = 2; names.contains(mask); n++) {
            mask = MASK + " " + n;
        }
        return mask;
    }

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The protection of that code. */
    public static Protection of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
