// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.type.CaseType;

/**
 * What becomes of a closed case's records (bevarande eller gallring, CASES §11).
 *
 * @param preserve kept for ever
 * @param startDate what the years are counted from; absent while that day is not yet known (väntar)
 * @param dueDate day of disposal
 */
public record Retention(
        boolean preserve,
        String basis,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate) {

    /** Retention of a case that is closed on {@code closedOn}; empty when the type has no rule for the outcome. */
    public static Optional<Retention> of(CaseType type, @Nullable String outcomeKey, LocalDate closedOn) {
        return type.retentionFor(outcomeKey).map(rule -> {
            LocalDate start = rule.start().equals("closed") ? closedOn : null;
            Integer years = rule.years();
            LocalDate due = start == null || rule.preserve() || years == null ? null : start.plusYears(years);
            return new Retention(rule.preserve(), rule.basis(), start, due);
        });
    }

    /** Whether the day it starts is still to come. */
    public boolean pending() {
        return startDate == null;
    }
}
