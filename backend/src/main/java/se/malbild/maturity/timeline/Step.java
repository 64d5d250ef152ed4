// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.timeline;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step of a timeline. Immutable. Days are legal days in Europe/Stockholm.
 *
 * @param responsible who sees to it that it is done
 * @param doneOn the day it was done, where that is known
 */
record Step(
        Kind kind,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable String responsible,
        boolean done,
        @Nullable LocalDate doneOn) {

    /** A step that is done where somebody has said the day. */
    static Step of(
            Kind kind, LocalDate startsOn, LocalDate endsOn, @Nullable String responsible, @Nullable LocalDate doneOn) {
        return new Step(kind, startsOn, endsOn, responsible, doneOn != null, doneOn);
    }

    /** The steps, in their order. */
    enum Kind {
        INTERVIEWS(false),
        SURVEY(true),
        WORKSHOPS(false),
        DECISION(true),
        REPORT(false);

        private final boolean followed;

        Kind(boolean followed) {
            this.followed = followed;
        }

        /** Whether it is done by itself, when the survey closes or the assessment is decided. */
        boolean followed() {
            return followed;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Where it stands. */
    enum State {
        LATER,
        NOW,
        LATE,
        DONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands that day; on its last day it is not yet late. */
    State on(LocalDate day) {
        if (done) {
            return State.DONE;
        }
        if (day.isAfter(endsOn)) {
            return State.LATE;
        }
        return day.isBefore(startsOn) ? State.LATER : State.NOW;
    }

    /** The same, done or not whatever was written. */
    Step done(boolean isDone, @Nullable LocalDate day) {
        return new Step(kind, startsOn, endsOn, responsible, isDone, day);
    }
}
