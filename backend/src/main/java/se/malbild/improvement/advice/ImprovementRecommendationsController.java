// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.advice;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.api.ImprovementRecommendationsApi;
import se.malbild.api.model.RankedRecommendations;
import se.malbild.api.model.RecommendationCatalogue;
import se.malbild.improvement.recommendation.Recommendations;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.idempotency.Idempotent;

/** Recommendations: the catalogue and the order for an assessment. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ImprovementRecommendationsController implements ImprovementRecommendationsApi {
    private final Recommendations recommendations;
    private final MaturityModels models;
    private final Advising advising;
    private final Callers callers;

    ImprovementRecommendationsController(
            Recommendations recommendations, MaturityModels models, Advising advising, Callers callers) {
        this.recommendations = recommendations;
        this.models = models;
        this.advising = advising;
        this.callers = callers;
    }

    @Override
    public HttpResponse<RecommendationCatalogue> listRecommendations() {
        return HttpResponse.ok(AdviceMapper.catalogue(recommendations.catalogue(), models.current()));
    }

    @Override
    public HttpResponse<RankedRecommendations> rankRecommendations(UUID assessmentId) {
        return HttpResponse.ok(AdviceMapper.ranked(advising.advise(callers.require(), assessmentId)));
    }
}
