// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * A deadline of a case (frist).
 *
 * @param basis provision, or the goal's own origin
 * @param computedDueDate what the rule gave; {@code dueDate} differs only where somebody moved it with a reason
 * @param settledOn day it was met, missed or cancelled
 * @param moved by whom and why it was given another last day; absent where the rule or a wait gave it
 */
public record Deadline(
        UUID id,
        UUID caseId,
        String kind,
        Text name,
        Clock clock,
        String basis,
        LocalDate startDate,
        LocalDate computedDueDate,
        LocalDate dueDate,
        State state,
        @Nullable LocalDate settledOn,
        @Nullable Moved moved) {

    /** Who gave it another last day, and why. */
    public record Moved(UUID by, String reason) {}

    /** Statutory clocks never pause unless the statute says so; goals of one's own do during waits. */
    public enum Clock {
        STATUTORY,
        GOAL;

        /** As in case types and in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        MET,
        MISSED,
        CANCELLED;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Settled by an act on that day: met if the day is not after the due date, otherwise missed. */
    public Deadline settledBy(LocalDate day) {
        return with(DueDates.inTime(day, dueDate) ? State.MET : State.MISSED, day);
    }

    /** Moved while it is open; what the rule gave stays. */
    public Deadline movedTo(LocalDate day) {
        return state == State.OPEN ? with(day, state, settledOn, moved) : this;
    }

    /** Given another last day by somebody, for a reason. */
    public Deadline movedTo(LocalDate day, Moved by) {
        return with(day, state, settledOn, by);
    }

    /** Open again, since what had settled it was taken back. */
    public Deadline reopened() {
        return with(dueDate, State.OPEN, null, moved);
    }

    /** No longer of interest. */
    public Deadline cancelled(LocalDate day) {
        return with(State.CANCELLED, day);
    }

    private Deadline with(State next, LocalDate day) {
        return state == State.OPEN ? with(dueDate, next, day, moved) : this;
    }

    private Deadline with(LocalDate due, State next, @Nullable LocalDate settled, @Nullable Moved by) {
        return new Deadline(id, caseId, kind, name, clock, basis, startDate, computedDueDate, due, next, settled, by);
    }
}
