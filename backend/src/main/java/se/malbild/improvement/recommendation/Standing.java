// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * Where a criterion is and where it is going, as priority counts it (SCORING §5).
 *
 * @param level decided level, 1–5; absent = undecided or not applicable
 * @param target accepted target, 1–5; absent = none, a proposed one included
 * @param weight 1–3
 * @param use whether it is about using the advantages, not about taking in
 * @param pairGap decided level of its paired intake minus its own, in steps; absent where either is undecided
 */
public record Standing(
        @Nullable Integer level,
        @Nullable Integer target,
        int weight,
        boolean use,
        @Nullable Integer pairGap) {
    /** Nothing decided and nothing aimed at. */
    public static final Standing UNKNOWN = new Standing(null, null, 1, false, null);

    private static final double LAGGING = 1.5;

    /** m(c): 1.5 for a use criterion whose intake is at least a step ahead, otherwise 1. */
    public double multiplier() {
        return use && pairGap != null && pairGap >= 1 ? LAGGING : 1;
    }

    /** steps(c) = max(0, min(to, target) − max(from, level)); 0 where level or target is missing. */
    public int steps(Lift lift) {
        return level == null || target == null
                ? 0
                : Math.max(0, Math.min(lift.to(), target) - Math.max(lift.from(), level));
    }
}
