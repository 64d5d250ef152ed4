// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.scoring.CliffsDelta;
import se.malbild.maturity.scoring.DistributionView;

/**
 * How two groups that both may be shown differ on a criterion (SCORING §3.4).
 *
 * @param sign 1 when {@code group} as a whole places itself higher than {@code other}, −1 lower, 0 the same
 * @param steps level of {@code group} less that of {@code other}
 * @param delta Cliff's δ; only when both have at least 10 answers
 * @param flagged |δ| ≥ 0.33 and the levels differ
 * @param strength |δ|, for the order alone; never shown
 */
public record RoleGap(
        RespondentGroup group,
        RespondentGroup other,
        int sign,
        int steps,
        CliffsDelta.Magnitude magnitude,
        @Nullable Double delta,
        boolean flagged,
        double strength) {

    static RoleGap of(RespondentGroup group, RespondentGroup other, int steps, CliffsDelta delta, int fewest) {
        boolean flagged = steps != 0 && delta.magnitude().compareTo(CliffsDelta.Magnitude.MEDIUM) >= 0;
        return new RoleGap(
                group,
                other,
                Long.signum(delta.surplus()),
                steps,
                delta.magnitude(),
                fewest >= DistributionView.WHOLE ? delta.value() : null,
                flagged,
                Math.abs(delta.value()));
    }
}
