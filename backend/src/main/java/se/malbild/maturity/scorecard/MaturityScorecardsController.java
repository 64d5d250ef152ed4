// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scorecard;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Users;
import se.malbild.api.MaturityScorecardsApi;
import se.malbild.api.model.Assessment;
import se.malbild.api.model.LevelDecisionDetail;
import se.malbild.api.model.NewLevelDecision;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.decision.LevelDecisions;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.survey.AssessmentReading;
import se.malbild.maturity.survey.AssessmentView;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** Scorecards and decided levels. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityScorecardsController implements MaturityScorecardsApi {
    private final Scorecards scorecards;
    private final LevelDecisions decisions;
    private final AssessmentReading reading;
    private final MaturityModels models;
    private final Users users;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityScorecardsController(
            Scorecards scorecards,
            LevelDecisions decisions,
            AssessmentReading reading,
            MaturityModels models,
            Users users,
            AssessmentActs acts,
            Callers callers) {
        this.scorecards = scorecards;
        this.decisions = decisions;
        this.reading = reading;
        this.models = models;
        this.users = users;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<se.malbild.api.model.Scorecard> getScorecard(UUID assessmentId, @Nullable UUID unit) {
        Scorecard card = scorecards.of(AssessmentScope.of(callers.require()), assessmentId, unit);
        return HttpResponse.ok(ScorecardMapper.scorecard(card, unit == null));
    }

    @Override
    public HttpResponse<se.malbild.api.model.LevelDecision> decideLevel(
            UUID assessmentId, String criterion, String idempotencyKey, NewLevelDecision wanted) {
        Caller caller = callers.require();
        LevelDecision made = decisions.decide(
                AssessmentScope.of(caller),
                acts.now(caller, AssessmentScope.DECIDE),
                assessmentId,
                criterion,
                wanted(wanted));
        return created(caller, assessmentId, made);
    }

    @Override
    public HttpResponse<se.malbild.api.model.LevelDecision> proposeLevel(
            UUID assessmentId, String criterion, String idempotencyKey, NewLevelDecision wanted) {
        Caller caller = callers.require();
        LevelDecision made = decisions.propose(
                AssessmentScope.of(caller),
                acts.now(caller, AssessmentScope.PROPOSE),
                assessmentId,
                criterion,
                wanted(wanted));
        return created(caller, assessmentId, made);
    }

    private static LevelDecisions.Wanted wanted(NewLevelDecision sent) {
        return new LevelDecisions.Wanted(
                sent.getLevel(), Boolean.TRUE.equals(sent.getNotApplicable()), sent.getReason(), sent.getSupersedes());
    }

    private HttpResponse<se.malbild.api.model.LevelDecision> created(
            Caller caller, UUID assessmentId, LevelDecision made) {
        return HttpResponse.created(ScorecardMapper.decision(made, users.get(caller.authorityId(), made.decidedBy())))
                .header("Location", "/api/v1/assessments/%s/decisions/%s".formatted(assessmentId, made.id()));
    }

    @Override
    public HttpResponse<LevelDecisionDetail> getLevelDecision(UUID assessmentId, UUID decisionId) {
        LevelDecisions.Detail detail = decisions.get(AssessmentScope.of(callers.require()), assessmentId, decisionId);
        return HttpResponse.ok(ScorecardMapper.detail(
                detail,
                detail.assessment().model(models),
                users.get(detail.assessment().authorityId(), detail.decision().decidedBy())));
    }

    @Override
    public HttpResponse<Assessment> completeAssessment(UUID assessmentId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        AssessmentScope scope = AssessmentScope.of(caller);
        decisions.complete(scope, acts.now(caller, AssessmentScope.DECIDE), assessmentId, Versions.expected(ifMatch));
        AssessmentView view = reading.view(scope, assessmentId);
        return HttpResponse.ok(AssessmentMapper.assessment(view))
                .header("ETag", Versions.etag(view.assessment().version()));
    }
}
