// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.CasesLawApi;
import se.malbild.api.model.CaseConflictRuling;
import se.malbild.api.model.CaseDeadlineOverride;
import se.malbild.api.model.CaseDelayRefusal;
import se.malbild.api.model.CaseFile;
import se.malbild.api.model.CaseRecipientOutcome;
import se.malbild.api.model.DelayNoticeDue;
import se.malbild.api.model.NewCaseCommunication;
import se.malbild.api.model.NewCaseConflict;
import se.malbild.api.model.NewCaseDelayNotice;
import se.malbild.api.model.NewCaseDelayRequest;
import se.malbild.api.model.NewCaseReferral;
import se.malbild.api.model.NewCaseReminder;
import se.malbild.api.model.NewCaseSupplement;
import se.malbild.api.model.NewCaseTask;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** Law's clockwork: what is asked and waited for, conflicts of interest, delay, tasks. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesLawController implements CasesLawApi {
    private static final String WAIT = Enquiring.WAIT;
    private static final String EDIT = "case:edit";

    private final Enquiring enquiring;
    private final EnquiryDrafts drafts;
    private final Conflicts conflicts;
    private final Delays delays;
    private final DelayNoticesDue noticesDue;
    private final CaseHandling handling;
    private final CaseReading reading;
    private final Acts acts;
    private final Callers callers;

    CasesLawController(
            Enquiring enquiring,
            EnquiryDrafts drafts,
            Conflicts conflicts,
            Delays delays,
            DelayNoticesDue noticesDue,
            CaseHandling handling,
            CaseReading reading,
            Acts acts,
            Callers callers) {
        this.enquiring = enquiring;
        this.drafts = drafts;
        this.conflicts = conflicts;
        this.delays = delays;
        this.noticesDue = noticesDue;
        this.handling = handling;
        this.reading = reading;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<se.malbild.api.model.DelayNoticesDue> listDelayNoticesDue() {
        List<DelayNoticesDue.Due> found = noticesDue.of(CaseScope.of(callers.require()));
        return HttpResponse.ok(new se.malbild.api.model.DelayNoticesDue(
                found.stream()
                        .limit(DelayNoticesDue.MOST)
                        .map(due -> new DelayNoticeDue(
                                due.file().id(),
                                due.file().number().display(),
                                due.file().subject(),
                                due.file().arrival().date(),
                                due.since()))
                        .toList(),
                found.size() > DelayNoticesDue.MOST));
    }

    @Override
    public HttpResponse<CaseFile> requestSupplement(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseSupplement wanted) {
        Caller caller = callers.require();
        enquiring.askParties(
                CaseScope.of(caller),
                acts.now(caller, Enquiring.ASK),
                caseId,
                Versions.expected(ifMatch),
                LawMapper.question(wanted),
                wanted.getPartyIds());
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<CaseFile> communicateCase(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseCommunication wanted) {
        Caller caller = callers.require();
        enquiring.askParties(
                CaseScope.of(caller),
                acts.now(caller, Enquiring.ASK),
                caseId,
                Versions.expected(ifMatch),
                LawMapper.question(wanted),
                wanted.getPartyIds());
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<CaseFile> referCase(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseReferral wanted) {
        Caller caller = callers.require();
        enquiring.refer(
                CaseScope.of(caller),
                acts.now(caller, Enquiring.ASK),
                caseId,
                Versions.expected(ifMatch),
                LawMapper.question(wanted),
                LawMapper.bodies(wanted));
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<CaseFile> adoptEnquiryDraft(UUID caseId, UUID draftId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        drafts.adopt(
                CaseScope.of(caller), acts.now(caller, Deciding.ADOPT), caseId, Versions.expected(ifMatch), draftId);
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<CaseFile> discardEnquiryDraft(
            UUID caseId, UUID draftId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        drafts.discard(
                CaseScope.of(caller),
                acts.now(caller, EnquiryDrafts.DISCARD),
                caseId,
                Versions.expected(ifMatch),
                draftId);
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<CaseFile> settleRecipient(
            UUID caseId,
            UUID enquiryId,
            UUID recipientId,
            String idempotencyKey,
            String ifMatch,
            CaseRecipientOutcome wanted) {
        Caller caller = callers.require();
        enquiring.settle(
                CaseScope.of(caller),
                acts.now(caller, WAIT),
                caseId,
                Versions.expected(ifMatch),
                enquiryId,
                recipientId,
                LawMapper.outcome(wanted));
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<CaseFile> remindRecipients(
            UUID caseId, UUID enquiryId, String idempotencyKey, String ifMatch, NewCaseReminder wanted) {
        Caller caller = callers.require();
        enquiring.remind(
                CaseScope.of(caller),
                acts.now(caller, WAIT),
                caseId,
                Versions.expected(ifMatch),
                enquiryId,
                wanted.getText());
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<CaseFile> declareConflict(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseConflict wanted) {
        Caller caller = callers.require();
        conflicts.declare(
                CaseScope.of(caller),
                acts.now(caller, "case:declare-conflict"),
                caseId,
                Versions.expected(ifMatch),
                LawMapper.ground(wanted.getGround()),
                wanted.getNote());
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<CaseFile> ruleOnConflict(
            UUID caseId, UUID conflictId, String idempotencyKey, String ifMatch, CaseConflictRuling wanted) {
        Caller caller = callers.require();
        conflicts.rule(
                CaseScope.of(caller),
                acts.now(caller, CaseScope.RULE_CONFLICT),
                caseId,
                Versions.expected(ifMatch),
                conflictId,
                LawMapper.ruling(wanted.getRuling()),
                wanted.getReason(),
                wanted.getExpiresOn());
        return receipt(caller, caseId);
    }

    @Override
    public HttpResponse<CaseFile> sendDelayNotice(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseDelayNotice wanted) {
        Caller caller = callers.require();
        delays.tell(
                CaseScope.of(caller),
                acts.now(caller, WAIT),
                caseId,
                Versions.expected(ifMatch),
                wanted.getReason(),
                wanted.getExpectedOn());
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<CaseFile> registerDelayRequest(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseDelayRequest wanted) {
        Caller caller = callers.require();
        delays.request(
                CaseScope.of(caller),
                acts.now(caller, EDIT),
                caseId,
                Versions.expected(ifMatch),
                wanted.getReceivedOn(),
                wanted.getPartyId(),
                LawMapper.channel(wanted.getChannel()));
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<CaseFile> refuseDelayRequest(
            UUID caseId, UUID delayRequestId, String idempotencyKey, String ifMatch, CaseDelayRefusal wanted) {
        Caller caller = callers.require();
        Act act = acts.now(caller, "case:decide");
        reading.get(CaseScope.of(caller), caseId);
        caller.requireConfirmation(act.at());
        delays.refuse(
                CaseScope.of(caller), act, caseId, Versions.expected(ifMatch), delayRequestId, wanted.getReasons());
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<CaseFile> overrideDeadline(
            UUID caseId, UUID deadlineId, String idempotencyKey, String ifMatch, CaseDeadlineOverride wanted) {
        Caller caller = callers.require();
        handling.overrideDeadline(
                CaseScope.of(caller),
                acts.now(caller, EDIT),
                caseId,
                Versions.expected(ifMatch),
                deadlineId,
                wanted.getDueDate(),
                wanted.getReason());
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<CaseFile> addTask(UUID caseId, String idempotencyKey, String ifMatch, NewCaseTask wanted) {
        Caller caller = callers.require();
        handling.addTask(
                CaseScope.of(caller),
                acts.now(caller, EDIT),
                caseId,
                Versions.expected(ifMatch),
                wanted.getTitle(),
                wanted.getAssigneeId(),
                wanted.getDueDate());
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<CaseFile> completeTask(UUID caseId, UUID taskId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        handling.completeTask(CaseScope.of(caller), acts.now(caller, EDIT), caseId, Versions.expected(ifMatch), taskId);
        return answer(caller, caseId);
    }

    private MutableHttpResponse<CaseFile> answer(Caller caller, UUID caseId) {
        return mapped(reading.view(CaseScope.of(caller), caseId));
    }

    /** Ruled on, a case may be closed to the ruler again; its head is the answer, this once. */
    private MutableHttpResponse<CaseFile> receipt(Caller caller, UUID caseId) {
        return mapped(reading.receipt(CaseScope.of(caller), caseId));
    }

    private static MutableHttpResponse<CaseFile> mapped(CaseView view) {
        return HttpResponse.ok(CaseMapper.file(view))
                .header("ETag", Versions.etag(view.file().version()));
    }
}
