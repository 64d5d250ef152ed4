// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.source.CriterionSources;

/**
 * What was decided before and now.
 *
 * @param told oldest first; the assessment asked for is the last
 * @param criteria those that an earlier assessment asked about too, in the order of the model
 */
record History(List<Told> told, List<OfCriterion> criteria) {

    /** An assessment with what it asked. */
    record Told(Assessment assessment, MaturityModel model) {}

    /**
     * A criterion over time.
     *
     * @param points decided levels, oldest first
     * @param undecided without a decision in the assessment asked for
     * @param otherMeaning earlier assessments left out, since the criterion meant something else there
     */
    record OfCriterion(String criterion, List<Point> points, boolean undecided, int otherMeaning) {}

    /**
     * A decision and what it stood on.
     *
     * @param rated what groups said, as far as it may stand beside what they said at the other times
     * @param sources as kept with the decision
     */
    record Point(LevelDecision decision, List<GroupRating> rated, CriterionSources sources) {
        UUID assessmentId() {
            return decision.assessmentId();
        }

        @Nullable
        Integer level() {
            return decision.level();
        }
    }
}
