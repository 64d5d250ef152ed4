// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Account;
import se.malbild.api.CasesSecrecyApi;
import se.malbild.api.model.CaseCompartmentChoice;
import se.malbild.api.model.CaseSecrecy;
import se.malbild.api.model.CaseSecrecyMarking;
import se.malbild.api.model.CompartmentRef;
import se.malbild.api.model.NewCaseSecrecyMarking;
import se.malbild.api.model.NewRecordSecrecy;
import se.malbild.api.model.RecordSecrecy;
import se.malbild.api.model.RecordSecrecyWithdrawal;
import se.malbild.cases.accesslog.AccessKind;
import se.malbild.cases.secrecy.SecrecyMarking;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** How closed a case is: markings and compartments. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesSecrecyController implements CasesSecrecyApi {
    private final SecrecyMarkings markings;
    private final MarkedRecords records;
    private final CaseReads reads;
    private final Acts acts;
    private final Callers callers;

    CasesSecrecyController(
            SecrecyMarkings markings, MarkedRecords records, CaseReads reads, Acts acts, Callers callers) {
        this.markings = markings;
        this.records = records;
        this.reads = reads;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<CaseSecrecy> getCaseSecrecy(UUID caseId) {
        Caller caller = callers.require();
        SecrecyMarkings.View view = markings.view(CaseScope.of(caller), caseId);
        if (view.withNotes()) {
            reads.read(caller, view.file(), AccessKind.CASE_READ, null);
        }
        CaseSecrecy mapped = new CaseSecrecy(
                CaseMapper.secrecy(view.file().secrecyLevel()),
                view.mayMark(),
                view.compartments().stream()
                        .map(each -> new CompartmentRef(each.id(), each.name()))
                        .toList(),
                view.markings().stream()
                        .map(each -> marking(each, view.withNotes(), view.people()))
                        .toList());
        Instant until = view.readOnlyUntil();
        mapped.setReadOnlyUntil(until == null ? null : AccessMapper.time(until));
        return HttpResponse.ok(mapped);
    }

    @Override
    public HttpResponse<CaseSecrecyMarking> markCaseSecrecy(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseSecrecyMarking wanted) {
        Caller caller = callers.require();
        SecrecyMarkings.Made made = markings.mark(
                CaseScope.of(caller),
                acts.now(caller, SecrecyMarkings.MARK),
                caseId,
                Versions.expected(ifMatch),
                new SecrecyMarkings.Wanted(
                        SecrecyLevel.of(wanted.getLevel().getValue()),
                        wanted.getProvision(),
                        wanted.getMarkedOn(),
                        wanted.getAuthority(),
                        wanted.getNote()));
        Map<UUID, Account> me = markings.people(caller.authorityId(), made.marking());
        return HttpResponse.created(marking(made.marking(), true, me)).header("ETag", Versions.etag(made.version()));
    }

    @Override
    public HttpResponse<RecordSecrecy> markRecordSecrecy(
            UUID caseId, UUID recordId, String idempotencyKey, String ifMatch, NewRecordSecrecy wanted) {
        Caller caller = callers.require();
        MarkedRecords.Made made = records.mark(
                CaseScope.of(caller),
                acts.now(caller, SecrecyMarkings.MARK),
                caseId,
                Versions.expected(ifMatch),
                recordId,
                new MarkedRecords.Wanted(
                        wanted.getProvision(),
                        wanted.getMarkedOn(),
                        wanted.getAuthority(),
                        wanted.getNote(),
                        wanted.getHidesTitle()));
        return HttpResponse.created(CaseMapper.marking(made.marking(), false))
                .header("ETag", Versions.etag(made.version()));
    }

    @Override
    public HttpResponse<Void> withdrawRecordSecrecy(
            UUID caseId, UUID recordId, String idempotencyKey, String ifMatch, RecordSecrecyWithdrawal wanted) {
        Caller caller = callers.require();
        records.withdraw(
                CaseScope.of(caller),
                acts.now(caller, SecrecyMarkings.MARK),
                caseId,
                Versions.expected(ifMatch),
                recordId,
                wanted.getReason());
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<Void> setCaseCompartments(
            UUID caseId, String idempotencyKey, String ifMatch, CaseCompartmentChoice wanted) {
        Caller caller = callers.require();
        markings.enclose(
                CaseScope.of(caller),
                acts.now(caller, SecrecyMarkings.MARK),
                caller,
                caseId,
                Versions.expected(ifMatch),
                wanted.getCompartmentIds().stream().distinct().toList());
        return HttpResponse.noContent();
    }

    private static CaseSecrecyMarking marking(SecrecyMarking marking, boolean withNote, Map<UUID, Account> people) {
        CaseSecrecyMarking mapped = new CaseSecrecyMarking(
                marking.id(),
                CaseMapper.secrecy(SecrecyLevel.of(marking.levelBefore())),
                CaseMapper.secrecy(SecrecyLevel.of(marking.levelAfter())),
                marking.markedOn(),
                marking.markingAuthority(),
                CaseMapper.person(people, marking.markedBy()),
                AccessMapper.time(marking.markedAt()));
        mapped.setProvision(marking.provision());
        if (withNote) {
            mapped.setNote(marking.note());
        }
        return mapped;
    }
}
