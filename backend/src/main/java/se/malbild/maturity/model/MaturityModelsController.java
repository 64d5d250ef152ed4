// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import se.malbild.api.MaturityModelsApi;
import se.malbild.platform.idempotency.Idempotent;

/** Maturity models. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityModelsController implements MaturityModelsApi {
    private final MaturityModels models;

    MaturityModelsController(MaturityModels models) {
        this.models = models;
    }

    @Override
    public HttpResponse<se.malbild.api.model.MaturityModel> getMaturityModel(@Nullable String version) {
        return HttpResponse.ok(ModelMapper.model(models.asked(version)));
    }
}
