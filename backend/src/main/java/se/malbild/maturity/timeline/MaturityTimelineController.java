// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.timeline;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.MaturityTimelineApi;
import se.malbild.api.model.Timeline;
import se.malbild.api.model.TimelineChange;
import se.malbild.api.model.TimelineStep;
import se.malbild.api.model.TimelineStepKind;
import se.malbild.api.model.TimelineStepState;
import se.malbild.api.model.TimelineStepWanted;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentScope;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** Timelines of assessments. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityTimelineController implements MaturityTimelineApi {
    private final Timelines timelines;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityTimelineController(Timelines timelines, AssessmentActs acts, Callers callers) {
        this.timelines = timelines;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<Timeline> getTimeline(UUID assessmentId) {
        return answer(callers.require(), assessmentId);
    }

    @Override
    public HttpResponse<Timeline> changeTimeline(UUID assessmentId, String ifMatch, TimelineChange wanted) {
        Caller caller = callers.require();
        timelines.change(
                AssessmentScope.of(caller),
                acts.now(caller, AssessmentScope.LEAD),
                assessmentId,
                Versions.expected(ifMatch),
                wanted.getSteps().stream().map(MaturityTimelineController::step).toList());
        return answer(caller, assessmentId);
    }

    private HttpResponse<Timeline> answer(Caller caller, UUID assessmentId) {
        Timelines.Timeline found = timelines.get(AssessmentScope.of(caller), assessmentId);
        Timeline mapped = new Timeline(
                found.steps().stream().map(step -> mapped(step, found.today())).toList(),
                found.mayChange(),
                found.version());
        return HttpResponse.ok(mapped).header("ETag", Versions.etag(found.version()));
    }

    private static Step step(TimelineStepWanted wanted) {
        Step.Kind kind = Step.Kind.of(wanted.getKind().getValue());
        String responsible =
                wanted.getResponsible() == null ? "" : wanted.getResponsible().strip();
        return Step.of(
                kind,
                wanted.getStartsOn(),
                wanted.getEndsOn(),
                responsible.isEmpty() ? null : responsible,
                kind.followed() ? null : wanted.getDoneOn());
    }

    private static TimelineStep mapped(Step step, LocalDate today) {
        TimelineStep mapped = new TimelineStep(
                TimelineStepKind.fromValue(step.kind().code()),
                step.startsOn(),
                step.endsOn(),
                TimelineStepState.fromValue(step.on(today).code()),
                step.kind().followed());
        mapped.setResponsible(step.responsible());
        mapped.setDoneOn(step.doneOn());
        return mapped;
    }
}
