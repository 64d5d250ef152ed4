// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.platform.Text;

/** What is next in an assessment, and what its reader can do with it now. The rules themselves stand where the acts are done. */
final class PossibleActs {
    private static final Text OPENED = new Text("Enkäten har redan öppnats.", "The survey has already been opened.");
    private static final Text NOT_OPENED = new Text("Enkäten är inte öppnad än.", "The survey is not open yet.");
    private static final Text CLOSED =
            new Text("Enkäten är stängd och öppnas inte igen.", "The survey is closed and never opens again.");
    private static final Text CODES_ONLY =
            new Text("Enkäten besvaras bara med personliga koder.", "The survey is answered by personal codes only.");
    private static final Text CLOSE_FIRST = new Text("Stäng enkäten först.", "Close the survey first.");
    private static final Text FROZEN =
            new Text("Nulägesbilden är beslutad och kan inte ändras.", "The assessment is decided and cannot change.");

    private PossibleActs() {}

    static AssessmentView.Next next(Assessment assessment, int criteria) {
        return switch (assessment.state()) {
            case PLANNED ->
                new AssessmentView.Next(
                        "open_survey", new Text("Öppna enkäten för grupperna.", "Open the survey for the groups."));
            case COLLECTING ->
                new AssessmentView.Next(
                        "close_survey",
                        new Text(
                                "Vänta in svaren och stäng sedan enkäten.",
                                "Wait for the answers, then close the survey."));
            case ANALYSING ->
                new AssessmentView.Next(
                        "decide_level",
                        new Text(
                                "Läs resultatet och besluta en nivå för varje kriterium.",
                                "Read the result and decide a level for each criterion."));
            case DECIDING ->
                assessment.decidedCount() < criteria
                        ? new AssessmentView.Next(
                                "decide_level",
                                new Text(
                                        "%d av %d kriterier är beslutade. Besluta resten."
                                                .formatted(assessment.decidedCount(), criteria),
                                        "%d of %d criteria are decided. Decide the rest."
                                                .formatted(assessment.decidedCount(), criteria)))
                        : new AssessmentView.Next(
                                "complete",
                                new Text(
                                        "Alla kriterier är beslutade. Fastställ nulägesbilden.",
                                        "All criteria are decided. Finish the assessment."));
            case DECIDED ->
                new AssessmentView.Next(
                        "none",
                        new Text(
                                "Nulägesbilden är beslutad. Sätt mål i målbilden.",
                                "The assessment is decided. Set targets in the target picture."));
        };
    }

    static List<AssessmentView.Possible> all(
            AssessmentScope scope,
            Assessment assessment,
            @Nullable Survey survey,
            SurveyLetters letters,
            int criteria) {
        AssessmentState state = assessment.state();
        List<AssessmentView.Possible> acts = new ArrayList<>();
        if (scope.covers(AssessmentScope.LEAD, assessment.unitId())) {
            Text notOpen = survey == null ? NOT_OPENED : survey.isOpen() ? null : CLOSED;
            acts.add(new AssessmentView.Possible("change", state == AssessmentState.DECIDED ? FROZEN : null));
            acts.add(new AssessmentView.Possible("open_survey", state == AssessmentState.PLANNED ? null : OPENED));
            acts.add(new AssessmentView.Possible("make_codes", notOpen));
            acts.add(new AssessmentView.Possible(
                    "renew_link",
                    notOpen != null ? notOpen : survey != null && !survey.openLink() ? CODES_ONLY : null));
            acts.add(new AssessmentView.Possible("invite_by_mail", notOpen != null ? notOpen : letters.off()));
            acts.add(new AssessmentView.Possible(
                    "send_letters", notOpen != null || survey == null ? notOpen : letters.hindrance(survey)));
            acts.add(new AssessmentView.Possible("close_survey", notOpen));
        }
        Text undecidable = state.takesDecisions() ? null : state == AssessmentState.DECIDED ? FROZEN : CLOSE_FIRST;
        if (scope.covers(AssessmentScope.PROPOSE, assessment.unitId())) {
            acts.add(new AssessmentView.Possible("propose_level", undecidable));
        }
        if (scope.covers(AssessmentScope.DECIDE, assessment.unitId())) {
            acts.add(new AssessmentView.Possible("decide_level", undecidable));
            acts.add(new AssessmentView.Possible(
                    "complete",
                    undecidable != null
                            ? undecidable
                            : assessment.decidedCount() < criteria
                                    ? new Text(
                                            "%d kriterier är inte beslutade."
                                                    .formatted(criteria - assessment.decidedCount()),
                                            "%d criteria are not decided."
                                                    .formatted(criteria - assessment.decidedCount()))
                                    : null));
        }
        return acts;
    }
}
