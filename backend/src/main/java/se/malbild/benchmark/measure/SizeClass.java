// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.measure;

import java.util.Locale;

/** How many work at an authority, as it declares itself (storleksklass). */
public enum SizeClass {
    UP_TO_49,
    FROM_50_TO_199,
    FROM_200_TO_999,
    FROM_1000;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The size class of that code. */
    public static SizeClass of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
