// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.api.CasesTypeBundlesApi;
import se.malbild.api.model.CaseTypeBundle;
import se.malbild.api.model.CaseTypeBundleFormat;
import se.malbild.api.model.CaseTypeBundleImport;
import se.malbild.api.model.CaseTypeBundlePlan;
import se.malbild.api.model.CaseTypeDependencies;
import se.malbild.api.model.CaseTypeUnitDependency;
import se.malbild.platform.idempotency.Idempotent;
import tools.jackson.databind.json.JsonMapper;

/** Case types as one document: taken out, tried, taken in. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesTypeBundlesController implements CasesTypeBundlesApi {
    private static final int FORMAT_VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseTypeBundles bundles;
    private final Authorities authorities;
    private final Callers callers;
    private final Clock clock;

    CasesTypeBundlesController(CaseTypeBundles bundles, Authorities authorities, Callers callers, Clock clock) {
        this.bundles = bundles;
        this.authorities = authorities;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public HttpResponse<CaseTypeBundle> exportCaseTypes(@Nullable List<String> caseType) {
        Caller caller = callers.require();
        CaseTypeBundles.Content content = bundles.export(
                caller.authorityId(),
                caseType == null ? List.of() : caseType,
                LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM));
        List<Map<String, Object>> definitions = new ArrayList<>();
        content.types().forEach(each -> definitions.add(JSON.readValue(each, Map.class)));
        CaseTypeBundle bundle =
                new CaseTypeBundle(CaseTypeBundleFormat.MALBILD_CASE_TYPES, FORMAT_VERSION, definitions);
        bundle.setExportedAt(clock.instant().atOffset(java.time.ZoneOffset.UTC));
        bundle.setSource(authorities.get(caller.authorityId()).nameSv());
        bundle.setDependencies(new CaseTypeDependencies(
                content.units().entrySet().stream()
                        .map(each -> {
                            CaseTypeUnitDependency unit = new CaseTypeUnitDependency(each.getKey());
                            unit.setName(each.getValue().isEmpty() ? null : Map.of("sv", each.getValue()));
                            return unit;
                        })
                        .toList(),
                List.copyOf(content.competences())));
        return HttpResponse.ok(bundle);
    }

    @Override
    public HttpResponse<CaseTypeBundlePlan> tryCaseTypeBundle(String idempotencyKey, CaseTypeBundle bundle) {
        return HttpResponse.ok(
                CaseTypeVersionMapper.plan(bundles.plan(callers.require().authorityId(), definitions(bundle))));
    }

    @Override
    public HttpResponse<CaseTypeBundlePlan> importCaseTypeBundle(String idempotencyKey, CaseTypeBundleImport wanted) {
        Caller caller = callers.require();
        return HttpResponse.ok(CaseTypeVersionMapper.plan(bundles.apply(
                new CaseTypeDrafts.Author(caller.authorityId(), caller.userId(), caller.actor(), clock.instant()),
                definitions(wanted.getBundle()),
                wanted.getToken())));
    }

    private static List<String> definitions(CaseTypeBundle bundle) {
        return bundle.getCaseTypes().stream().map(JSON::writeValueAsString).toList();
    }
}
