// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import java.util.Locale;

/**
 * Why a rung of methods was not reached (varför inte högre).
 *
 * @param rung 1, 2 or 3
 * @param have what there is, where it is counted; otherwise 0
 * @param need what it takes, where it is counted; otherwise 0
 */
public record Obstacle(int rung, Why why, int have, int need) {

    /** What was missing. */
    public enum Why {
        BASELINE_PERIODS,
        PERIODS_AFTER,
        /** At least two signals before the start (instabilt utgångsläge). */
        UNSTABLE_START,
        NO_COMPARABLE_UNIT,
        /** Periods in which both the changed and the comparable units have enough cases. */
        COMPARED_BEFORE,
        COMPARED_AFTER,
        TRENDS_DIFFER,
        /** The difference between the units was unstable before the start. */
        COMPARISON_UNSTABLE,
        /** Another noted event within two periods of the start. */
        OTHER_EVENT,
        /** Unstable around its own trend before the start. */
        TREND_UNSTABLE;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Obstacle of(int rung, Why why) {
        return new Obstacle(rung, why, 0, 0);
    }
}
