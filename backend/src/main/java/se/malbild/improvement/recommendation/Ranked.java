// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation's place and every term of it.
 *
 * @param value Σ weight · steps · multiplier over its lifts
 * @param unlock Σ of {@code unlockTerms}
 * @param priority (value + unlock) / √effort
 * @param unmet prerequisites that are not met, by code
 */
public record Ranked(
        Advice advice,
        State state,
        double value,
        double unlock,
        double priority,
        List<LiftTerm> lifts,
        List<UnlockTerm> unlockTerms,
        List<String> unmet,
        @Nullable Met met) {
    private static final int SMALL_EFFORT = 2;

    /** Whether it can be begun (SCORING §5). */
    public enum State {
        /** Met already: nothing left to do. */
        REACHED,
        /** Every prerequisite is met and some lift can begin at the level of today. */
        READY,
        /** Waits for a prerequisite or for a level to begin at. */
        LOCKED;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a recommendation counts as met. */
    public enum Met {
        /** Marked done on the roadmap. */
        DONE,
        /** Every criterion it lifts is at or above where it would take it. */
        LEVELS;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One criterion's part of the value. */
    public record LiftTerm(Lift lift, Standing standing, int steps, double value) {}

    /**
     * One opened recommendation's part of the unlock.
     *
     * @param unmet how many prerequisites that one lacks
     * @param term 0.5 · value / unmet
     */
    public record UnlockTerm(String code, double value, int unmet, double term) {}

    /** Quick win (snabb vinst): ready, effort at most 2, and lifts something by itself. */
    public boolean quickWin() {
        return state == State.READY && advice.effort() <= SMALL_EFFORT && value > 0;
    }

    /** Lifts that cannot begin, because the level is undecided or too low; what is missing where no prerequisite is. */
    public List<LiftTerm> tooLow() {
        return lifts.stream()
                .filter(term -> term.standing().level() == null
                        || term.standing().level() < term.lift().from())
                .toList();
    }
}
