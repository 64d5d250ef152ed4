// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.evidence;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Users;
import se.malbild.api.MaturityEvidenceApi;
import se.malbild.api.model.EvidenceJudgement;
import se.malbild.api.model.EvidencePage;
import se.malbild.api.model.NewEvidence;
import se.malbild.cases.record.AttachedFileMapper;
import se.malbild.cases.record.ReceivedFiles;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentScope;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Evidence: submitted by one, checked by another. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityEvidenceController implements MaturityEvidenceApi {
    private static final int PAGE = 20;

    private final Verification verification;
    private final ReceivedFiles files;
    private final Users users;
    private final AssessmentActs acts;
    private final Callers callers;
    private final Clock clock;

    MaturityEvidenceController(
            Verification verification,
            ReceivedFiles files,
            Users users,
            AssessmentActs acts,
            Callers callers,
            Clock clock) {
        this.verification = verification;
        this.files = files;
        this.users = users;
        this.acts = acts;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public HttpResponse<EvidencePage> listEvidence(
            UUID assessmentId, String criterion, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        Caller caller = callers.require();
        List<Verification.Opened> found = verification.page(
                AssessmentScope.of(caller),
                caller.userId(),
                assessmentId,
                criterion,
                last == null ? null : Cursors.uuid(last.getFirst()),
                wanted + 1);
        List<Verification.Opened> shown = found.subList(0, Math.min(wanted, found.size()));
        EvidencePage page = new EvidencePage(shown.stream().map(this::mapped).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().evidence().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Evidence> submitEvidence(
            UUID assessmentId, String criterion, String idempotencyKey, NewEvidence sent) {
        Caller caller = callers.require();
        Evidence made = verification.submit(
                AssessmentScope.of(caller),
                acts.now(caller, Verification.SUBMIT),
                assessmentId,
                criterion,
                EvidenceMapper.wanted(sent));
        return HttpResponse.created(read(caller, made.id()))
                .header("ETag", Versions.etag(made.version()))
                .header("Location", "/api/v1/evidence/" + made.id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Evidence> getEvidence(UUID evidenceId) {
        return answer(read(callers.require(), evidenceId));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Evidence> judgeEvidence(
            UUID evidenceId, String idempotencyKey, String ifMatch, EvidenceJudgement sent) {
        Caller caller = callers.require();
        verification.judge(
                AssessmentScope.of(caller),
                acts.now(caller, Verification.VERIFY),
                evidenceId,
                Versions.expected(ifMatch),
                EvidenceMapper.judgement(sent));
        return answer(read(caller, evidenceId));
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> downloadEvidenceFile(UUID evidenceId, UUID fileId) {
        return verification
                .open(AssessmentScope.of(callers.require()), evidenceId, fileId)
                .response();
    }

    private static HttpResponse<se.malbild.api.model.Evidence> answer(se.malbild.api.model.Evidence body) {
        return HttpResponse.ok(body).header("ETag", Versions.etag(body.getVersion()));
    }

    private se.malbild.api.model.Evidence read(Caller caller, UUID id) {
        return mapped(verification.get(AssessmentScope.of(caller), caller.userId(), id));
    }

    private se.malbild.api.model.Evidence mapped(Verification.Opened opened) {
        return EvidenceMapper.evidence(
                opened,
                opened.files().stream()
                        .map(file -> AttachedFileMapper.file(file, files.givesOut(file)))
                        .toList(),
                LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM),
                id -> users.get(opened.evidence().authorityId(), id));
    }
}
