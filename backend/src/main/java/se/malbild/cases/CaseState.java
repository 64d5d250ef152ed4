// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a case is (läge, CASES §3). Waiting and appeal are tracks of their own. */
public enum CaseState {
    REGISTERED,
    ASSIGNED,
    IN_PROGRESS,
    DECIDED,
    DISPATCHED,
    CLOSED,
    ARCHIVED,
    DELIVERED,
    DISPOSED,
    VOIDED,
    TRANSFERRED;

    private static final Set<CaseState> OPEN = EnumSet.of(REGISTERED, ASSIGNED, IN_PROGRESS, DECIDED, DISPATCHED);

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that code. */
    public static CaseState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
