// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;

/**
 * What may be shown of a closed survey.
 *
 * @param groups in the order they are shown
 * @param criteria per criterion code
 */
public record Rated(List<GroupResponse> groups, Map<String, OnCriterion> criteria) {

    /**
     * A group.
     *
     * @param answered absent below 5 and where it would disclose others
     * @param census at least 90 % of the invited answered; absent where only a part of the unit is shown
     */
    public record GroupResponse(
            RespondentGroup group,
            @Nullable Integer answered,
            @Nullable Boolean census) {}

    /**
     * One criterion.
     *
     * @param ratings one for each group, in the order of the groups
     * @param gaps pairs of groups that are both shown, largest difference first
     */
    public record OnCriterion(List<GroupRating> ratings, List<RoleGap> gaps) {}
}
