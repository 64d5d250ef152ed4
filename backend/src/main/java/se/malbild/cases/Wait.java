// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a case waits for; several at once may hold (CASES §3). */
public enum Wait {
    SUPPLEMENT,
    COMMUNICATION,
    REFERRAL,
    COURT,
    PAYMENT,
    PAUSED;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As one column: codes with commas between. */
    static String join(Collection<Wait> waits) {
        return waits.stream().sorted().map(Wait::code).collect(Collectors.joining(","));
    }

    /** The waits of such a column. */
    static Set<Wait> split(String column) {
        if (column.isEmpty()) {
            return Set.of();
        }
        EnumSet<Wait> waits = EnumSet.noneOf(Wait.class);
        Arrays.stream(column.split(",")).forEach(code -> waits.add(valueOf(code.toUpperCase(Locale.ROOT))));
        return Collections.unmodifiableSet(waits);
    }
}
