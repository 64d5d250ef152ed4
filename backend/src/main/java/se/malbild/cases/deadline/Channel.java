// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.util.Locale;

/** By which way something came or went (kanal). */
public enum Channel {
    POST,
    EMAIL,
    ESERVICE,
    API,
    COUNTER,
    PHONE,
    SCAN,
    OWN;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that code. */
    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
