// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.util.Locale;

/** What identifies a party. */
public enum IdentityType {
    /** Personnummer. */
    PERSONAL_NUMBER,
    /** Samordningsnummer: the day of birth plus 60. */
    COORDINATION_NUMBER,
    /** Organisationsnummer. */
    ORGANISATION_NUMBER,
    /** A number of another country. */
    FOREIGN,
    /** Nothing known. */
    UNKNOWN;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that code. */
    public static IdentityType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
