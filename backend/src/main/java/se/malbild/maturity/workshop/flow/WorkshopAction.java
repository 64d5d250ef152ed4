// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import static se.malbild.maturity.workshop.flow.WorkshopState.CLOSED;
import static se.malbild.maturity.workshop.flow.WorkshopState.DECIDED;
import static se.malbild.maturity.workshop.flow.WorkshopState.DISCUSSING;
import static se.malbild.maturity.workshop.flow.WorkshopState.LOBBY;
import static se.malbild.maturity.workshop.flow.WorkshopState.OPEN;
import static se.malbild.maturity.workshop.flow.WorkshopState.PARKED;
import static se.malbild.maturity.workshop.flow.WorkshopState.REVEALED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done in a workshop, and from which states (SCORING §7). */
public enum WorkshopAction {
    /** Puts the first question. */
    START(EnumSet.of(LOBBY)),
    /** Goes on to another question that is not decided. */
    NEXT(EnumSet.of(DECIDED, PARKED)),
    /** A participant's vote. */
    VOTE(EnumSet.of(OPEN)),
    /** Takes no more votes and counts those there are. */
    CLOSE(EnumSet.of(OPEN)),
    /** Lets people vote again in the same round; what was counted is discarded. */
    REOPEN(EnumSet.of(CLOSED)),
    /** Shows the result. */
    REVEAL(EnumSet.of(CLOSED)),
    /** Begins the talk. */
    DISCUSS(EnumSet.of(REVEALED)),
    /** A new round of the same question. */
    REVOTE(EnumSet.of(REVEALED, DISCUSSING)),
    /** Proposes a level. */
    DECIDE(EnumSet.of(REVEALED, DISCUSSING)),
    /** Leaves the question for later. */
    PARK(EnumSet.of(OPEN, CLOSED, REVEALED, DISCUSSING)),
    /** Ends the workshop. */
    END(alive()),
    /** Stops the clock. */
    PAUSE(alive()),
    /** Lets the clock run on. */
    RESUME(alive()),
    /** Thirty seconds more. */
    EXTEND(alive()),
    /** The whole time anew. */
    RESTART(alive()),
    /** Lets nobody more in. */
    LOCK(alive()),
    /** Lets people in again. */
    UNLOCK(alive()),
    /** One group for all, where every group would be too small to be shown. */
    SHARE_GROUP(EnumSet.of(LOBBY)),
    /** Forgets those who are no longer heard of and have not voted. */
    FORGET_IDLE(alive()),
    /** Closes the question by itself when the time is out. */
    AUTO_CLOSE(alive()),
    /** A person closes the question. */
    CLOSE_BY_HAND(alive()),
    /** Moves to another point of the agenda. */
    AGENDA(alive());

    private final Set<WorkshopState> from;

    WorkshopAction(EnumSet<WorkshopState> from) {
        this.from = from;
    }

    private static EnumSet<WorkshopState> alive() {
        return EnumSet.complementOf(EnumSet.of(WorkshopState.ENDED));
    }

    /** As in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of that code. */
    public static WorkshopAction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it can be done in that state at all. */
    public boolean isFrom(WorkshopState state) {
        return from.contains(state);
    }
}
