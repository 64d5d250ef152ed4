// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.api.CasesTypesApi;
import se.malbild.api.model.CaseTypeDetail;
import se.malbild.api.model.CaseTypeImport;
import se.malbild.api.model.CaseTypeList;
import se.malbild.api.model.CaseTypeStatus;
import se.malbild.platform.idempotency.Idempotent;
import tools.jackson.databind.json.JsonMapper;

/** Case types: draft, publish, read. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesTypesController implements CasesTypesApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseTypes types;
    private final CaseTypeDrafts drafts;
    private final CaseTypePublication publication;
    private final UserRepository users;
    private final Callers callers;
    private final Clock clock;

    CasesTypesController(
            CaseTypes types,
            CaseTypeDrafts drafts,
            CaseTypePublication publication,
            UserRepository users,
            Callers callers,
            Clock clock) {
        this.types = types;
        this.drafts = drafts;
        this.publication = publication;
        this.users = users;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<CaseTypeList> listCaseTypes(@Nullable CaseTypeStatus status) {
        Caller caller = callers.require();
        List<CaseTypes.Version> found = types.list(caller.authorityId(), status == null ? null : status.getValue());
        Map<UUID, Account> people = new HashMap<>();
        users.byIds(
                        caller.authorityId(),
                        found.stream()
                                .flatMap(each -> Stream.of(each.draftedBy(), each.publishedBy()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .forEach(account -> people.put(account.id(), account));
        return HttpResponse.ok(new CaseTypeList(
                found.stream().map(each -> CaseTypeMapper.brief(each, people)).toList()));
    }

    @Override
    public HttpResponse<CaseTypeDetail> getCaseType(UUID caseTypeId, @Nullable Integer version) {
        return HttpResponse.ok(CaseTypeMapper.detail(types.get(
                callers.require().authorityId(),
                caseTypeId,
                version,
                LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM))));
    }

    @Override
    public HttpResponse<CaseTypeDetail> importCaseType(String idempotencyKey, CaseTypeImport wanted) {
        return HttpResponse.created(
                CaseTypeMapper.detail(drafts.takeIn(author(), JSON.writeValueAsString(wanted.getDefinition()))));
    }

    @Override
    public HttpResponse<CaseTypeDetail> publishCaseType(UUID caseTypeId, Integer version, String idempotencyKey) {
        return HttpResponse.ok(CaseTypeMapper.detail(publication.publish(author(), caseTypeId, version)));
    }

    private CaseTypeDrafts.Author author() {
        Caller caller = callers.require();
        return new CaseTypeDrafts.Author(caller.authorityId(), caller.userId(), caller.actor(), clock.instant());
    }
}
