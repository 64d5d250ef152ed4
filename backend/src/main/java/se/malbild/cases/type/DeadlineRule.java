// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 * @param appliesIf which cases of the type get it; absent = all
 * @param metBy the act that meets it, where that is not a decision: {@code start}, {@code record_out} (something is sent) or {@code
 *     fact_note} (a note that adds facts, e.g. of a visit)
 */
public record DeadlineRule(
        String kind,
        Text name,
        PeriodLength length,
        String start,
        Deadline.Clock clock,
        String basis,
        @Nullable Condition appliesIf,
        @Nullable String metBy) {
    /** Here a right arises or a wait ends; no act of the authority is due by statute that day. */
    private static final Set<String> RIGHTS = Set.of("fl12_right", "fl11_prompt", "earliest_start");

    /** A field of the form that has one of the values, each written as text: {@code true}, {@code wolf}. */
    public record Condition(String field, List<String> values) {}

    /** Whether a case with such form data, plain fields as text, gets the deadline. */
    public boolean appliesTo(Map<String, String> form) {
        return appliesIf == null || appliesIf.values().contains(form.getOrDefault(appliesIf.field(), ""));
    }

    /** The deadline of a case, counted from {@code startDate}. */
    public Deadline from(UUID caseId, LocalDate startDate) {
        LocalDate due = clock == Deadline.Clock.STATUTORY && !RIGHTS.contains(kind)
                ? DueDates.ofAct(startDate, length)
                : DueDates.ofRight(startDate, length);
        return new Deadline(
                Ids.next(), caseId, kind, name, clock, basis, startDate, due, due, Deadline.State.OPEN, null, null);
    }
}
