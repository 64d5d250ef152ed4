// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.history;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.api.MaturityHistoryApi;
import se.malbild.api.model.AssessmentHistory;
import se.malbild.maturity.AssessmentScope;

/** History between assessments. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class MaturityHistoryController implements MaturityHistoryApi {
    private final Histories histories;
    private final Callers callers;

    MaturityHistoryController(Histories histories, Callers callers) {
        this.histories = histories;
        this.callers = callers;
    }

    @Override
    public HttpResponse<AssessmentHistory> getAssessmentHistory(UUID assessmentId) {
        return HttpResponse.ok(
                HistoryMapper.history(histories.of(AssessmentScope.of(callers.require()), assessmentId)));
    }
}
