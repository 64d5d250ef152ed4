// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.util.Locale;

/** Whether what is said hinders, helps, or neither. */
public enum Tone {
    HINDER,
    HELP,
    NEUTRAL;

    /** As stored and in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tone of that code. */
    public static Tone of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
