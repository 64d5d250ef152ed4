// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.deadline.DueDates;
import se.malbild.cases.deadline.PeriodLength;
import se.malbild.platform.Ids;
import se.malbild.platform.Text;

/**
 * A deadline that cases of a type get.
 *
 * @param start what it is counted from: {@code arrival}, {@code registered}, {@code complete}, {@code decided}, {@code served} …
 * @param basis provision, or "Eget mål"
 */
public record DeadlineRule(String kind, Text name, PeriodLength length, String start, Deadline.Clock clock, String basis) {
    /** Here a right arises or a wait ends; no act of the authority is due by statute that day. */
    private static final Set<String> RIGHTS = Set.of("fl12_right", "fl11_prompt", "earliest_start");

    /** The deadline of a case, counted from {@code startDate}. */
    public Deadline from(UUID caseId, LocalDate startDate) {
        LocalDate due = clock == Deadline.Clock.STATUTORY && !RIGHTS.contains(kind) ? DueDates.ofAct(startDate, length)
            : DueDates.ofRight(startDate, length);
        return new Deadline(Ids.next(), caseId, kind, name, clock, basis, startDate, due, due, Deadline.State.OPEN, null);
    }
}
