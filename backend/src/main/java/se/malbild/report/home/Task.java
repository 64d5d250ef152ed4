// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * Something that waits for the caller.
 *
 * @param key what to do, as in the contract
 * @param dueDate when at the latest; absent where nothing says
 * @param count how many it concerns, of {@code total}
 * @param subject what it concerns, in the authority's own words
 * @param title what it concerns, in words of the catalogue
 * @param page where it is done; {@code id} names the thing there
 */
record Task(
        String key,
        @Nullable LocalDate dueDate,
        @Nullable Integer count,
        @Nullable Integer total,
        @Nullable String subject,
        @Nullable Text title,
        String page,
        @Nullable UUID id) {
    private static final int SOON_DAYS = 7;
    /** Dated ones by date, then those without, in the order they were found. */
    static final Comparator<Task> BY_DATE =
            Comparator.comparing(Task::dueDate, Comparator.nullsLast(Comparator.naturalOrder()));

    static Task of(String key, String page, @Nullable UUID id) {
        return new Task(key, null, null, null, null, null, page, id);
    }

    Task due(@Nullable LocalDate day) {
        return new Task(key, day, count, total, subject, title, page, id);
    }

    Task counting(int how, @Nullable Integer of) {
        return new Task(key, dueDate, how, of, subject, title, page, id);
    }

    Task about(String what) {
        return new Task(key, dueDate, count, total, what, title, page, id);
    }

    Task titled(Text what) {
        return new Task(key, dueDate, count, total, subject, what, page, id);
    }

    /** {@code overdue}, {@code today}, {@code soon} (within seven days), {@code later} or {@code none}. */
    String urgency(LocalDate today) {
        if (dueDate == null) {
            return "none";
        }
        return dueDate.isBefore(today)
                ? "overdue"
                : dueDate.equals(today) ? "today" : dueDate.isAfter(today.plusDays(SOON_DAYS)) ? "later" : "soon";
    }
}
