// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Callers;
import se.malbild.api.BenchmarkApi;
import se.malbild.api.model.BenchmarkComparisonList;
import se.malbild.api.model.BenchmarkMeasureList;
import se.malbild.benchmark.contribution.BenchmarkMapper;
import se.malbild.benchmark.contribution.CaseTypeNames;
import se.malbild.benchmark.measure.Measures;

/** The authority beside others, and what can be compared. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class BenchmarkController implements BenchmarkApi {
    private final Measures measures;
    private final Comparisons comparisons;
    private final CaseTypeNames types;
    private final Callers callers;

    BenchmarkController(Measures measures, Comparisons comparisons, CaseTypeNames types, Callers callers) {
        this.measures = measures;
        this.comparisons = comparisons;
        this.types = types;
        this.callers = callers;
    }

    @Override
    public HttpResponse<BenchmarkMeasureList> listBenchmarkMeasures() {
        return HttpResponse.ok(new BenchmarkMeasureList(
                measures.current().stream().map(BenchmarkMapper::measure).toList()));
    }

    @Override
    public HttpResponse<BenchmarkComparisonList> listBenchmarkComparisons() {
        UUID authority = callers.require().authorityId();
        return HttpResponse.ok(new BenchmarkComparisonList(comparisons.of(authority).stream()
                .map(each -> ComparisonMapper.comparison(each, types.of(authority, each.pool())))
                .toList()));
    }
}
