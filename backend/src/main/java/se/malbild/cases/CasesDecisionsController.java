// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.CasesDecisionsApi;
import se.malbild.api.model.CaseDispatch;
import se.malbild.api.model.CaseReturn;
import se.malbild.api.model.NewCaseDecision;
import se.malbild.api.model.NewCaseDissent;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** Decisions, from proposal to dispatch. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class CasesDecisionsController implements CasesDecisionsApi {
    private final Deciding deciding;
    private final Dispatching dispatching;
    private final CaseReading reading;
    private final Acts acts;
    private final Callers callers;

    CasesDecisionsController(
            Deciding deciding, Dispatching dispatching, CaseReading reading, Acts acts, Callers callers) {
        this.deciding = deciding;
        this.dispatching = dispatching;
        this.reading = reading;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> proposeDecision(
            UUID caseId, String idempotencyKey, String ifMatch, NewCaseDecision wanted) {
        Caller caller = callers.require();
        deciding.propose(
                CaseScope.of(caller),
                acts.now(caller, "case:propose"),
                caseId,
                Versions.expected(ifMatch),
                DecisionMapper.content(wanted),
                wanted.getDecisionMakerId());
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> adoptDecision(
            UUID caseId, UUID decisionId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        deciding.adopt(
                CaseScope.of(caller), acts.now(caller, Deciding.ADOPT), caseId, Versions.expected(ifMatch), decisionId);
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> returnDecision(
            UUID caseId, UUID decisionId, String idempotencyKey, String ifMatch, CaseReturn wanted) {
        Caller caller = callers.require();
        deciding.giveBack(
                CaseScope.of(caller),
                acts.now(caller, "case:decide"),
                caseId,
                Versions.expected(ifMatch),
                decisionId,
                wanted.getReason());
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> decideCase(
            UUID caseId, UUID decisionId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        Act act = acts.now(caller, "case:decide");
        reading.get(CaseScope.of(caller), caseId);
        caller.requireConfirmation(act.at());
        deciding.sign(CaseScope.of(caller), act, caseId, Versions.expected(ifMatch), decisionId);
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> dispatchCase(
            UUID caseId, UUID decisionId, String idempotencyKey, String ifMatch, CaseDispatch wanted) {
        Caller caller = callers.require();
        dispatching.dispatch(
                CaseScope.of(caller),
                acts.now(caller, "case:dispatch"),
                caseId,
                Versions.expected(ifMatch),
                decisionId,
                DecisionMapper.dispatch(wanted));
        return answer(caller, caseId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> noteDissent(
            UUID caseId, UUID decisionId, String idempotencyKey, String ifMatch, NewCaseDissent wanted) {
        Caller caller = callers.require();
        dispatching.dissent(
                CaseScope.of(caller),
                acts.now(caller, "case:dissent"),
                caseId,
                Versions.expected(ifMatch),
                decisionId,
                wanted.getText());
        return answer(caller, caseId).status(201);
    }

    @Override
    public HttpResponse<se.malbild.api.model.CaseFile> withdrawDecision(
            UUID caseId, UUID decisionId, String idempotencyKey, String ifMatch, CaseReturn wanted) {
        Caller caller = callers.require();
        deciding.withdraw(
                CaseScope.of(caller),
                acts.now(caller, "case:decide"),
                caseId,
                Versions.expected(ifMatch),
                decisionId,
                wanted.getReason());
        return answer(caller, caseId);
    }

    private MutableHttpResponse<se.malbild.api.model.CaseFile> answer(Caller caller, UUID caseId) {
        CaseView view = reading.view(CaseScope.of(caller), caseId);
        return HttpResponse.ok(CaseMapper.file(view))
                .header("ETag", Versions.etag(view.file().version()));
    }
}
