// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.measure;

import java.util.Locale;

/** An indicator measured from events, or the decided level of a criterion. */
public enum MeasureKind {
    INDICATOR,
    CRITERION;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that code. */
    public static MeasureKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
