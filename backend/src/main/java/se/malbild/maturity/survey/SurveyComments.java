// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.answers.Comment;
import se.malbild.maturity.answers.Comments;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/**
 * Comments of a closed survey: screened by those who lead the assessment, then shown to those who read it. Events tell that something was
 * screened, never which.
 */
@Singleton
class SurveyComments {
    private final Comments comments;
    private final Surveys surveys;
    private final SurveyRepository rows;
    private final Assessments assessments;
    private final MaturityModels models;
    private final Transactions transactions;
    private final EventWriter events;

    SurveyComments(
            Comments comments,
            Surveys surveys,
            SurveyRepository rows,
            Assessments assessments,
            MaturityModels models,
            Transactions transactions,
            EventWriter events) {
        this.comments = comments;
        this.surveys = surveys;
        this.rows = rows;
        this.assessments = assessments;
        this.models = models;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * A page of what is shown.
     *
     * @param waiting comments that are not screened; for those who lead the assessment
     */
    record Page(List<Comment> comments, @Nullable Integer waiting) {}

    /** All to screen, in no order; 409 before the survey has closed. */
    List<Comment> page(AssessmentScope scope, UUID assessmentId, @Nullable UUID after, int limit) {
        Assessment assessment = assessments.get(scope, assessmentId);
        scope.require(AssessmentScope.LEAD, assessment);
        Survey closed = closed(assessment)
                .orElseThrow(() -> ProblemException.conflict(
                        "Kommentarerna går att läsa när enkäten har stängt.",
                        "Comments can be read when the survey has closed."));
        return comments.page(assessment.authorityId(), closed.id(), after, limit);
    }

    /** Those screened of a criterion; none before the survey has closed. */
    Page shown(AssessmentScope scope, UUID assessmentId, String criterion, @Nullable UUID after, int limit) {
        Assessment assessment = assessments.get(scope, assessmentId);
        if (assessment.model(models).criterion(criterion).isEmpty()) {
            throw ProblemException.notFound();
        }
        boolean leads = scope.covers(AssessmentScope.LEAD, assessment.unitId());
        return closed(assessment)
                .map(survey -> new Page(
                        comments.screened(assessment.authorityId(), survey.id(), criterion, after, limit),
                        leads ? (Integer) comments.waiting(assessment.authorityId(), survey.id(), criterion) : null))
                .orElseGet(() -> new Page(List.of(), leads ? (Integer) 0 : null));
    }

    private Optional<Survey> closed(Assessment assessment) {
        return surveys.of(assessment).filter(each -> !each.isOpen());
    }

    Comment change(AssessmentScope scope, AssessmentAct act, UUID id, long expected, String text) {
        if (text.isBlank()) {
            throw ProblemException.ruleBroken("/text", "required", "Skriv orden.", "Write the words.");
        }
        return act(scope, act, id, expected, "SurveyCommentChanged", each -> comments.change(each, text.strip()));
    }

    Comment screen(AssessmentScope scope, AssessmentAct act, UUID id, long expected) {
        return act(scope, act, id, expected, "SurveyCommentScreened", comments::screen);
    }

    void remove(AssessmentScope scope, AssessmentAct act, UUID id, long expected) {
        act(scope, act, id, expected, "SurveyCommentRemoved", each -> {
            comments.remove(each);
            return each;
        });
    }

    private Comment act(
            AssessmentScope scope,
            AssessmentAct act,
            UUID id,
            long expected,
            String activity,
            java.util.function.UnaryOperator<Comment> change) {
        return transactions.in(() -> {
            Comment comment = comments.lock(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            Survey survey = rows.find(scope.authorityId(), comment.surveyId()).orElseThrow(ProblemException::notFound);
            if (survey.isOpen()) {
                throw ProblemException.notFound();
            }
            Assessment assessment = assessments.get(scope, survey.assessmentId());
            scope.require(AssessmentScope.LEAD, assessment);
            Comment changed = change.apply(comment.requireVersion(expected));
            events.append(act.event(assessment, activity, Map.of("criterion", comment.criterion())));
            return changed;
        });
    }
}
