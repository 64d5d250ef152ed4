// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.api.MaturityApi;
import se.malbild.api.model.AssessmentChange;
import se.malbild.api.model.AssessmentPage;
import se.malbild.api.model.MaturityModelVersionName;
import se.malbild.api.model.NewAssessment;
import se.malbild.maturity.measure.EventLogChoice;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.survey.AssessmentReading;
import se.malbild.maturity.survey.AssessmentView;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Assessments. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityController implements MaturityApi {
    private static final int PAGE = 20;

    private final Assessments assessments;
    private final AssessmentReading reading;
    private final MaturityModels models;
    private final Units units;
    private final Processes processes;
    private final EventLogChoice logs;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityController(
            Assessments assessments,
            AssessmentReading reading,
            MaturityModels models,
            Units units,
            Processes processes,
            EventLogChoice logs,
            AssessmentActs acts,
            Callers callers) {
        this.assessments = assessments;
        this.reading = reading;
        this.models = models;
        this.units = units;
        this.processes = processes;
        this.logs = logs;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<AssessmentPage> listAssessments(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable UUID unit,
            se.malbild.api.model.@Nullable AssessmentState state) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        AssessmentScope scope = AssessmentScope.of(callers.require());
        List<Assessment> found = assessments.page(
                scope,
                unit,
                state == null ? null : AssessmentState.of(state.getValue()),
                last == null ? null : Cursors.uuid(last.getFirst()),
                wanted + 1);
        List<Assessment> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Unit> named = units.byId(scope.authorityId());
        AssessmentPage page = new AssessmentPage(shown.stream()
                .map(each -> AssessmentMapper.summary(
                        each,
                        Objects.requireNonNull(named.get(each.unitId())),
                        processes.name(each),
                        each.model(models).criteria().size()))
                .toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Assessment> createAssessment(String idempotencyKey, NewAssessment wanted) {
        Caller caller = callers.require();
        AssessmentScope scope = AssessmentScope.of(caller);
        logs.require(caller, wanted.getEventLogId());
        Assessment made = assessments.create(
                scope,
                acts.now(caller, AssessmentScope.LEAD),
                new Assessments.About(wanted.getUnitId(), wanted.getCaseTypeKey()),
                new Assessments.Asked(model(caller, wanted.getModel()), perspectives(wanted)),
                new Assessments.Wanted(
                        wanted.getName(),
                        wanted.getPeriodFrom(),
                        wanted.getPeriodTo(),
                        wanted.getEventLogId(),
                        AssessmentMapper.groups(wanted.getGroups())));
        AssessmentView view = reading.view(scope, made.id());
        return HttpResponse.created(AssessmentMapper.assessment(view))
                .header("ETag", Versions.etag(made.version()))
                .header("Location", "/api/v1/assessments/" + made.id());
    }

    private static Set<String> perspectives(NewAssessment wanted) {
        return wanted.getPerspectives() == null ? Set.of() : new LinkedHashSet<>(wanted.getPerspectives());
    }

    private MaturityModel model(Caller caller, @Nullable MaturityModelVersionName chosen) {
        return chosen == null
                ? models.current()
                : models.chosen(caller.authorityId(), chosen.getId(), chosen.getVersion());
    }

    @Override
    public HttpResponse<se.malbild.api.model.Assessment> getAssessment(UUID assessmentId) {
        return answer(assessmentId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Assessment> changeAssessment(
            UUID assessmentId, String ifMatch, AssessmentChange wanted) {
        Caller caller = callers.require();
        AssessmentScope scope = AssessmentScope.of(caller);
        if (!Objects.equals(assessments.get(scope, assessmentId).eventLogId(), wanted.getEventLogId())) {
            logs.require(caller, wanted.getEventLogId());
        }
        assessments.change(
                scope,
                acts.now(caller, AssessmentScope.LEAD),
                assessmentId,
                Versions.expected(ifMatch),
                new Assessments.Wanted(
                        wanted.getName(),
                        wanted.getPeriodFrom(),
                        wanted.getPeriodTo(),
                        wanted.getEventLogId(),
                        AssessmentMapper.groups(wanted.getGroups())));
        return answer(assessmentId);
    }

    private HttpResponse<se.malbild.api.model.Assessment> answer(UUID assessmentId) {
        AssessmentView view = reading.view(AssessmentScope.of(callers.require()), assessmentId);
        return HttpResponse.ok(AssessmentMapper.assessment(view))
                .header("ETag", Versions.etag(view.assessment().version()));
    }
}
