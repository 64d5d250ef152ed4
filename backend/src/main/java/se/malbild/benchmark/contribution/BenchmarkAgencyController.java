// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.api.BenchmarkAgencyApi;
import se.malbild.api.model.BenchmarkValue;
import se.malbild.api.model.BenchmarkValueList;
import se.malbild.api.model.NewBenchmarkValue;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** What other agencies give to the benchmark. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class BenchmarkAgencyController implements BenchmarkAgencyApi {
    private final AgencyValues values;
    private final Callers callers;

    BenchmarkAgencyController(AgencyValues values, Callers callers) {
        this.values = values;
        this.callers = callers;
    }

    @Override
    public HttpResponse<BenchmarkValueList> listBenchmarkValues() {
        return HttpResponse.ok(new BenchmarkValueList(values.list(callers.requireClient()).stream()
                .map(BenchmarkMapper::value)
                .toList()));
    }

    @Override
    public HttpResponse<BenchmarkValue> createBenchmarkValue(String idempotencyKey, NewBenchmarkValue wanted) {
        Contribution given = values.give(callers.requireClient(), BenchmarkMapper.wanted(wanted));
        return HttpResponse.created(BenchmarkMapper.value(given))
                .header("ETag", Versions.etag(given.version()))
                .header("Location", "/api/v1/benchmark-values/" + given.id());
    }

    @Override
    public HttpResponse<BenchmarkValue> getBenchmarkValue(UUID valueId) {
        return answer(values.get(callers.requireClient(), valueId));
    }

    @Override
    public HttpResponse<BenchmarkValue> withdrawBenchmarkValue(UUID valueId, String idempotencyKey, String ifMatch) {
        return answer(values.withdraw(callers.requireClient(), valueId, Versions.expected(ifMatch)));
    }

    private static HttpResponse<BenchmarkValue> answer(Contribution value) {
        return HttpResponse.ok(BenchmarkMapper.value(value)).header("ETag", Versions.etag(value.version()));
    }
}
