// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.source;

import java.util.List;
import java.util.Map;
import se.malbild.maturity.answers.Rated;
import se.malbild.maturity.answers.RoleGap;
import se.malbild.maturity.measure.Measurement;
import se.malbild.maturity.placement.JointPlacement;

/**
 * The sources of an assessment.
 *
 * @param groups in the order they are shown
 * @param criteria per criterion code
 * @param gaps per criterion code, pairs of groups, largest difference first
 * @param placements per criterion code, joint placements, newest first
 */
public record AssessmentSources(
        List<Rated.GroupResponse> groups,
        Map<String, CriterionSources> criteria,
        Map<String, List<RoleGap>> gaps,
        Measurement measurement,
        Map<String, List<JointPlacement>> placements) {}
