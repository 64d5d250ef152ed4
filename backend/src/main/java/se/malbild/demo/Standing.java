// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the demo's authority stands, from {@code standing.json}: what each group says, what is decided and where to.
 *
 * @param invited people asked, by group; {@code answered} how many of them answered
 * @param proposedOnly criteria whose target nobody has accepted yet
 * @param perspectives what the authority wants it to be like, by perspective
 * @param first how the first version of the target picture was another
 * @param change why the picture was changed after that
 * @param criteria by code, in no order
 */
record Standing(
        Map<String, Integer> invited,
        Map<String, Integer> answered,
        List<String> proposedOnly,
        String narrative,
        Map<String, String> perspectives,
        FirstVersion first,
        String change,
        ReportWords report,
        Map<String, OfCriterion> criteria) {

    /**
     * What was another in the first version of the target picture.
     *
     * @param without criteria that had no target yet
     * @param criterion whose target was {@code level}
     * @param perspective whose words were {@code narrative}
     */
    record FirstVersion(
            List<String> without,
            String criterion,
            int level,
            String goodEnough,
            String perspective,
            String narrative) {}

    /** The words of the report. */
    record ReportWords(String title, String summary, String proposal) {}

    /**
     * A criterion.
     *
     * @param groups median level of each group
     * @param spread {@code spridd} or {@code delad} for the groups that do not agree
     * @param level decided level; absent where it is still to be decided
     */
    record OfCriterion(
            Map<String, Integer> groups,
            Map<String, String> spread,
            @Nullable Integer level,
            @Nullable String reason,
            @Nullable OfTarget target) {}

    /** A target; {@code months} from the day it is accepted. */
    record OfTarget(int level, int weight, String reason, String goodEnough, String owner, int months) {}
}
