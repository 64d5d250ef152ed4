// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.platform.Text;

/**
 * The sources of one criterion as anybody may see them.
 *
 * @param verifiedLevel what evidence verifies; absent where there is none
 * @param verifiedReason why
 * @param evidence checked, highest level first; absent in decisions that were made before evidence could be submitted
 * @param evidenceWaiting evidence that nobody has checked
 */
public record CriterionSources(
        List<GroupRating> rated,
        MeasuredCriterion measured,
        @Nullable Integer verifiedLevel,
        @Nullable Text verifiedReason,
        @Nullable List<VerifiedCriterion.Judged> evidence,
        @Nullable Integer evidenceWaiting) {

    /** The checked evidence, none where none was kept. */
    public List<VerifiedCriterion.Judged> checked() {
        return evidence == null ? List.of() : evidence;
    }
}
