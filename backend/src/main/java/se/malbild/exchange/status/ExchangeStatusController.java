// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.status;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.api.ExchangeStatusApi;
import se.malbild.api.model.CaseStatus;
import se.malbild.api.model.ContactUnit;
import se.malbild.cases.CaseFile;
import se.malbild.cases.Wait;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.web.Versions;

/** Where a case stands, for other agencies. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExchangeStatusController implements ExchangeStatusApi {
    private final CaseStatuses statuses;
    private final Units units;
    private final Callers callers;

    ExchangeStatusController(CaseStatuses statuses, Units units, Callers callers) {
        this.statuses = statuses;
        this.units = units;
        this.callers = callers;
    }

    @Override
    public HttpResponse<CaseStatus> getCaseStatus(UUID caseId) {
        CaseFile file = statuses.find(callers.requireClient(), caseId).orElseThrow(ProblemException::notFound);
        Unit unit = units.get(file.authorityId(), file.unitId());
        CaseStatus status = new CaseStatus(
                file.id(),
                file.number().display(),
                file.state().code(),
                file.waits().stream().sorted().map(Wait::code).toList(),
                new ContactUnit(unit.code(), AccessMapper.text(unit.nameSv(), unit.nameEn())));
        CaseFile.NextDue due = file.nextDue();
        status.setNextDueDate(due == null ? null : due.date());
        return HttpResponse.ok(status).header("ETag", Versions.etag(file.version()));
    }
}
