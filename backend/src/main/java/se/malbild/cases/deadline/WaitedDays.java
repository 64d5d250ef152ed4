// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Days a case has waited: after {@code from}, up to and with {@code to}. The clock of one's own goals stands still on them (CASES §8).
 */
public record WaitedDays(LocalDate from, LocalDate to) {

    /** How many of the days are in none of {@code others}: waits that go on side by side stop the clock once. */
    public long notIn(Collection<WaitedDays> others) {
        return from.isAfter(to)
                ? 0
                : from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(day -> others.stream().noneMatch(each -> each.holds(day)))
                        .count();
    }

    private boolean holds(LocalDate day) {
        return day.isAfter(from) && !day.isAfter(to);
    }
}
