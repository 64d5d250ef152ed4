// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Users;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.Processes;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.answers.Progress;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;

/** Gathers what the page of an assessment shows. */
@Singleton
public class AssessmentReading {
    private final Assessments assessments;
    private final Surveys surveys;
    private final SurveyLetters letters;
    private final Progress progress;
    private final MaturityModels models;
    private final Units units;
    private final Processes processes;
    private final Users users;

    AssessmentReading(
            Assessments assessments,
            Surveys surveys,
            SurveyLetters letters,
            Progress progress,
            MaturityModels models,
            Units units,
            Processes processes,
            Users users) {
        this.assessments = assessments;
        this.surveys = surveys;
        this.letters = letters;
        this.progress = progress;
        this.models = models;
        this.units = units;
        this.processes = processes;
        this.users = users;
    }

    /** The assessment as its reader sees it; 404 out of scope. */
    public AssessmentView view(AssessmentScope scope, UUID id) {
        Assessment assessment = assessments.get(scope, id);
        MaturityModel model = assessment.model(models);
        Optional<Survey> survey = surveys.of(assessment);
        int criteria = model.criteria().size();
        Map<RespondentGroup, Integer> answered =
                survey.map(each -> progress.of(each.authorityId(), each.id())).orElse(Map.of());
        return new AssessmentView(
                assessment,
                units.get(assessment.authorityId(), assessment.unitId()),
                processes.name(assessment),
                model,
                users.get(assessment.authorityId(), assessment.createdBy()),
                survey,
                answered,
                survey.map(surveys::issued).orElse(Map.of()),
                PossibleActs.next(assessment, criteria),
                PossibleActs.all(scope, assessment, survey.orElse(null), letters, criteria));
    }
}
