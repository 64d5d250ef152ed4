// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.deadline.PeriodLength;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.platform.Text;

/**
 * A due date worked out as a case's would be (CASES §8), with the reason in words.
 *
 * @param counted day the period itself ends
 * @param due the due date
 */
public record DueDateExample(LocalDate start, LocalDate counted, LocalDate due, Text why) {
    private static final UUID NO_CASE = new UUID(0, 0);

    /** The date that a rule gives, counted from {@code start}. */
    public static DueDateExample of(String kind, PeriodLength length, Deadline.Clock clock, LocalDate start) {
        DeadlineRule rule = new DeadlineRule(kind, new Text(kind, kind), length, "arrival", clock, "", null, null);
        LocalDate due = rule.from(NO_CASE, start).dueDate();
        LocalDate counted = length.after(start);
        return new DueDateExample(start, counted, due, why(length, clock, start, counted, due));
    }

    /** Whether the day was moved past days on which time given by statute does not end. */
    public boolean moved() {
        return !due.equals(counted);
    }

    private static Text why(
            PeriodLength length, Deadline.Clock clock, LocalDate start, LocalDate counted, LocalDate due) {
        Text period = words(length);
        Text counting = new Text(
                "%s räknat från %s slutar %s.".formatted(period.sv(), start, counted),
                "%s counted from %s end on %s.".formatted(period.en(), start, counted));
        if (!due.equals(counted)) {
            return new Text(
                    counting.sv()
                            + " Det är en lördag, en helgdag eller en afton som räknas som helgdag. Tiden går därför ut nästa vardag, %s."
                                    .formatted(due),
                    counting.en()
                            + " That is a Saturday, a holiday or an eve that counts as one. The time therefore ends on the next weekday, %s."
                                    .formatted(due));
        }
        if (SwedishCalendar.isHoliday(counted)) {
            return clock == Deadline.Clock.GOAL
                    ? new Text(
                            counting.sv() + " Det är ingen arbetsdag, men ett eget mål flyttas inte.",
                            counting.en() + " That is no workday, but a goal of one's own is not moved.")
                    : new Text(
                            counting.sv() + " Det är ingen arbetsdag, men dagen då en rätt uppstår flyttas inte.",
                            counting.en() + " That is no workday, but the day on which a right arises is not moved.");
        }
        return counting;
    }

    private static Text words(PeriodLength length) {
        int count = length.count();
        return switch (length.unit()) {
            case DAY -> of(count, "dag", "dagar", "day", "days");
            case WORKDAY -> of(count, "arbetsdag", "arbetsdagar", "workday", "workdays");
            case WEEK -> of(count, "vecka", "veckor", "week", "weeks");
            case MONTH -> of(count, "månad", "månader", "month", "months");
        };
    }

    private static Text of(int count, String oneSv, String manySv, String oneEn, String manyEn) {
        return new Text(
                "%d %s".formatted(count, count == 1 ? oneSv : manySv),
                String.format(Locale.ROOT, "%d %s", count, count == 1 ? oneEn : manyEn));
    }
}
