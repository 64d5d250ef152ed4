// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import se.malbild.access.permission.Callers;
import se.malbild.api.ReportHomeApi;
import se.malbild.api.model.Home;
import se.malbild.platform.idempotency.Idempotent;

/** The start page. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ReportHomeController implements ReportHomeApi {
    private final Homes homes;
    private final Callers callers;

    ReportHomeController(Homes homes, Callers callers) {
        this.homes = homes;
        this.callers = callers;
    }

    @Override
    public HttpResponse<Home> getHome() {
        return HttpResponse.ok(HomeMapper.home(homes.of(callers.require())));
    }
}
