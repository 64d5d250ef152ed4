// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scorecard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.answers.RoleGap;
import se.malbild.maturity.decision.DecidedLevels;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.scoring.Nyttogap;
import se.malbild.maturity.source.AssessmentSources;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.workshop.WorkshopRatings;
import se.malbild.platform.Text;

/**
 * The scorecard of an assessment.
 *
 * @param unit the unit whose answers are shown
 * @param process what the process it is about is called, if it is about one
 * @param parts units that may be asked for instead
 * @param cards one for each criterion, in the model's order
 * @param largestGap the largest flagged difference between two groups, if any
 * @param people those named in decisions
 */
record Scorecard(
        Assessment assessment,
        MaturityModel model,
        Unit unit,
        Optional<Text> process,
        List<Unit> parts,
        Optional<Survey> survey,
        AssessmentSources sources,
        List<Card> cards,
        Nyttogap nyttogap,
        MeasuredGap measuredGap,
        Optional<LargestGap> largestGap,
        DecidedLevels.History history,
        Map<UUID, Account> people) {

    /**
     * One criterion.
     *
     * @param decision in force
     * @param proposals newest first
     * @param earlier superseded decisions, newest first
     * @param workshops what workshops that have ended said, the latest first; never pooled with the survey
     */
    record Card(
            Criterion criterion,
            CriterionSources sources,
            List<RoleGap> gaps,
            @Nullable LevelDecision decision,
            List<LevelDecision> proposals,
            List<LevelDecision> earlier,
            List<Flag> flags,
            List<WorkshopRatings.Held> workshops) {}

    /** The largest flagged difference, and in how many criteria there is one. */
    record LargestGap(String criterion, RoleGap gap, int criteria) {}
}
