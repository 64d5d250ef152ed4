// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.job;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.PlatformApi;
import se.malbild.api.model.ApiInfo;
import se.malbild.api.model.JobPage;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.jobs.Job;
import se.malbild.platform.jobs.Jobs;
import se.malbild.platform.web.Cursors;

/** The API itself and the caller's own jobs; stands here because a job is somebody's. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class PlatformController implements PlatformApi {
    private static final LocalDate RELEASED = LocalDate.of(2026, 11, 24);

    private final Contract contract;
    private final Jobs jobs;
    private final Callers callers;
    private final ObjectMapper json;

    PlatformController(Contract contract, Jobs jobs, Callers callers, ObjectMapper json) {
        this.contract = contract;
        this.jobs = jobs;
        this.callers = callers;
        this.json = json;
    }

    @Override
    public HttpResponse<ApiInfo> getApiInfo() {
        return HttpResponse.ok(new ApiInfo("Målbild API", contract.version(), RELEASED, "/api/v1/docs", "beta"));
    }

    @Override
    public HttpResponse<JobPage> listJobs(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? 20 : limit;
        List<String> before = Cursors.decode(cursor, 2);
        Caller caller = callers.require();
        Instant beforeInstant = before == null ? null : Cursors.instant(before.get(0));
        UUID beforeId = before == null ? null : Cursors.uuid(before.get(1));
        List<Job> found = jobs.page(caller.authorityId(), caller.userId(), beforeInstant, beforeId, wanted + 1);
        List<Job> shown = found.subList(0, Math.min(wanted, found.size()));
        JobPage page = new JobPage(shown.stream().map(this::map).toList());
        if (found.size() > wanted) {
            page.setNext(
                    Cursors.encode(shown.getLast().createdAt(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Job> getJob(UUID jobId) {
        Caller caller = callers.require();
        return HttpResponse.ok(map(jobs.get(caller.authorityId(), caller.userId(), jobId)));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Job> cancelJob(UUID jobId, String idempotencyKey) {
        Caller caller = callers.require();
        return HttpResponse.accepted().body(map(jobs.cancel(caller.authorityId(), caller.userId(), jobId)));
    }

    private se.malbild.api.model.Job map(Job job) {
        return JobMapper.map(job, json);
    }
}
