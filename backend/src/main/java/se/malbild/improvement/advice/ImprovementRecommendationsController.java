// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.advice;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.ImprovementRecommendationsApi;
import se.malbild.api.model.RankedRecommendations;
import se.malbild.api.model.RecommendationCatalogue;
import se.malbild.api.model.WantedRecommendation;
import se.malbild.api.model.WithdrawalReason;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.recommendation.OwnRecommendation;
import se.malbild.improvement.recommendation.OwnRecommendations;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Versions;

/** Recommendations: the catalogue, what the authority adds to it, and the order for an assessment. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ImprovementRecommendationsController implements ImprovementRecommendationsApi {
    private final OwnRecommendations recommendations;
    private final MaturityModels models;
    private final Advising advising;
    private final Acts acts;
    private final Callers callers;

    ImprovementRecommendationsController(
            OwnRecommendations recommendations, MaturityModels models, Advising advising, Acts acts, Callers callers) {
        this.recommendations = recommendations;
        this.models = models;
        this.advising = advising;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<RecommendationCatalogue> listRecommendations() {
        return HttpResponse.ok(AdviceMapper.catalogue(
                recommendations.catalogue(callers.require().authorityId(), models.current()), models.current()));
    }

    @Override
    public HttpResponse<RankedRecommendations> rankRecommendations(UUID assessmentId) {
        return HttpResponse.ok(AdviceMapper.ranked(advising.advise(callers.require(), assessmentId)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.OwnRecommendation> createOwnRecommendation(
            String idempotencyKey, WantedRecommendation wanted) {
        String code = recommendations.add(act(), wanted.getCode(), OwnRecommendationMapper.contents(wanted));
        return answer(HttpResponse.created(read(code)).header("Location", "/api/v1/own-recommendations/" + code));
    }

    @Override
    public HttpResponse<se.malbild.api.model.OwnRecommendation> getOwnRecommendation(String code) {
        return answer(HttpResponse.ok(read(code)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.OwnRecommendation> changeOwnRecommendation(
            String code, String ifMatch, WantedRecommendation wanted) {
        if (wanted.getCode() != null && !wanted.getCode().equals(code)) {
            throw ProblemException.ruleBroken(
                    List.of(FieldFault.of("/code", "fixed", "Koden ändras aldrig.", "The code never changes.")));
        }
        recommendations.change(act(), code, Versions.expected(ifMatch), OwnRecommendationMapper.contents(wanted));
        return answer(HttpResponse.ok(read(code)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.OwnRecommendation> withdrawOwnRecommendation(
            String code, String idempotencyKey, String ifMatch, WithdrawalReason wanted) {
        recommendations.withdraw(act(), code, Versions.expected(ifMatch), wanted.getReason());
        return answer(HttpResponse.ok(read(code)));
    }

    private Acts.Act act() {
        return acts.now(callers.require(), "roadmap:edit");
    }

    private se.malbild.api.model.OwnRecommendation read(String code) {
        Caller caller = callers.require();
        OwnRecommendation own = recommendations.get(caller, code);
        return OwnRecommendationMapper.own(own, models.current(), OwnRecommendations.mayWrite(caller));
    }

    private static HttpResponse<se.malbild.api.model.OwnRecommendation> answer(
            MutableHttpResponse<se.malbild.api.model.OwnRecommendation> response) {
        return response.header("ETag", Versions.etag(response.body().getVersion()));
    }
}
