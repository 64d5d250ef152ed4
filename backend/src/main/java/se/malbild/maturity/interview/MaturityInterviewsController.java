// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.user.Users;
import se.malbild.api.MaturityInterviewsApi;
import se.malbild.api.model.InterviewConsent;
import se.malbild.api.model.InterviewFindings;
import se.malbild.api.model.InterviewGuide;
import se.malbild.api.model.InterviewHolding;
import se.malbild.api.model.InterviewNoteText;
import se.malbild.api.model.InterviewPage;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentScope;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Interviews: plan, guide, consent and notes. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityInterviewsController implements MaturityInterviewsApi {
    private static final int PAGE = 20;

    private final Interviews interviews;
    private final InterviewNotes notes;
    private final InterviewReading reading;
    private final Findings findings;
    private final Users users;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityInterviewsController(
            Interviews interviews,
            InterviewNotes notes,
            InterviewReading reading,
            Findings findings,
            Users users,
            AssessmentActs acts,
            Callers callers) {
        this.interviews = interviews;
        this.notes = notes;
        this.reading = reading;
        this.findings = findings;
        this.users = users;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<InterviewGuide> getInterviewGuide(UUID assessmentId, @Nullable List<String> criterion) {
        return HttpResponse.ok(
                InterviewMapper.guide(interviews.guide(scope(), callers.require(), assessmentId, criterion)));
    }

    @Override
    public HttpResponse<InterviewPage> listInterviews(
            UUID assessmentId, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        List<InterviewView> found = reading.page(
                scope(),
                callers.require().userId(),
                assessmentId,
                last == null ? null : Cursors.uuid(last.getFirst()),
                wanted + 1);
        List<InterviewView> shown = found.subList(0, Math.min(wanted, found.size()));
        InterviewPage page =
                new InterviewPage(shown.stream().map(InterviewMapper::summary).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().interview().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> planInterview(
            UUID assessmentId, String idempotencyKey, se.malbild.api.model.InterviewPlan wanted) {
        Interview made = interviews.plan(scope(), act(), callers.require(), assessmentId, InterviewMapper.plan(wanted));
        return HttpResponse.created(body(made.id()))
                .header("ETag", Versions.etag(made.version()))
                .header("Location", "/api/v1/interviews/" + made.id());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> getInterview(UUID interviewId) {
        return answer(interviewId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> changeInterview(
            UUID interviewId, String ifMatch, se.malbild.api.model.InterviewPlan wanted) {
        interviews.change(
                scope(),
                act(),
                callers.require(),
                interviewId,
                Versions.expected(ifMatch),
                InterviewMapper.plan(wanted));
        return answer(interviewId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> recordInterviewConsent(
            UUID interviewId, String idempotencyKey, String ifMatch, InterviewConsent given) {
        interviews.consent(
                scope(),
                act(),
                interviewId,
                Versions.expected(ifMatch),
                new Consent(given.getQuotes(), given.getArchiving(), given.getGivenOn(), null));
        return answer(interviewId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> holdInterview(
            UUID interviewId, String idempotencyKey, String ifMatch, InterviewHolding holding) {
        interviews.hold(scope(), act(), interviewId, Versions.expected(ifMatch), holding.getHeldOn());
        return answer(interviewId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> completeInterview(
            UUID interviewId, String idempotencyKey, String ifMatch) {
        interviews.complete(scope(), act(), interviewId, Versions.expected(ifMatch));
        return answer(interviewId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> takeOverInterview(
            UUID interviewId, String idempotencyKey, String ifMatch) {
        interviews.takeOver(scope(), act(), interviewId, Versions.expected(ifMatch));
        return answer(interviewId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Interview> withdrawInterview(
            UUID interviewId, String idempotencyKey, String ifMatch) {
        interviews.withdraw(scope(), act(), interviewId, Versions.expected(ifMatch));
        return answer(interviewId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.InterviewNotes> getInterviewNotes(UUID interviewId) {
        return HttpResponse.ok(new se.malbild.api.model.InterviewNotes(
                notes.of(scope(), callers.require().userId(), interviewId).stream()
                        .map(InterviewMapper::note)
                        .toList()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.InterviewNote> writeInterviewNote(
            UUID interviewId, String question, String ifMatch, InterviewNoteText sent) {
        InterviewNote written =
                notes.write(scope(), act(), interviewId, question, Versions.expected(ifMatch), sent.getText());
        return HttpResponse.ok(InterviewMapper.note(written)).header("ETag", Versions.etag(written.version()));
    }

    @Override
    public HttpResponse<InterviewFindings> getInterviewFindings(UUID assessmentId) {
        UUID authority = callers.require().authorityId();
        return HttpResponse.ok(
                InterviewMapper.findings(findings.of(scope(), assessmentId), id -> users.get(authority, id)));
    }

    private HttpResponse<se.malbild.api.model.Interview> answer(UUID id) {
        se.malbild.api.model.Interview body = body(id);
        return HttpResponse.ok(body).header("ETag", Versions.etag(body.getVersion()));
    }

    private se.malbild.api.model.Interview body(UUID id) {
        return InterviewMapper.interview(reading.view(scope(), callers.require().userId(), id));
    }

    private AssessmentScope scope() {
        return AssessmentScope.of(callers.require());
    }

    private AssessmentAct act() {
        Caller caller = callers.require();
        return acts.now(caller, AssessmentScope.LEAD);
    }
}
