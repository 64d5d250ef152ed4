// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.MaturitySurveysApi;
import se.malbild.api.model.Assessment;
import se.malbild.api.model.NewSurveyCodes;
import se.malbild.api.model.OpenedSurvey;
import se.malbild.api.model.SurveyCodes;
import se.malbild.api.model.SurveyOpening;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.AssessmentScope;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** Surveys, from opening to closing. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturitySurveysController implements MaturitySurveysApi {
    private final Surveys surveys;
    private final AssessmentReading reading;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturitySurveysController(Surveys surveys, AssessmentReading reading, AssessmentActs acts, Callers callers) {
        this.surveys = surveys;
        this.reading = reading;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<OpenedSurvey> openSurvey(
            UUID assessmentId, String idempotencyKey, String ifMatch, SurveyOpening opening) {
        Caller caller = callers.require();
        Surveys.Opened opened = surveys.open(
                AssessmentScope.of(caller),
                acts.now(caller, AssessmentScope.LEAD),
                assessmentId,
                Versions.expected(ifMatch),
                opening.getClosesOn(),
                !Boolean.FALSE.equals(opening.getOpenLink()));
        OpenedSurvey body = new OpenedSurvey(assessmentId);
        if (!opened.links().isEmpty()) {
            body.setLinks(opened.links().entrySet().stream()
                    .map(link -> SurveyMapper.link(link.getKey(), link.getValue()))
                    .toList());
        }
        return HttpResponse.created(body)
                .header("ETag", Versions.etag(opened.assessment().version()));
    }

    @Override
    public HttpResponse<OpenedSurvey> renewSurveyLink(UUID assessmentId, String group, String idempotencyKey) {
        Caller caller = callers.require();
        String code = surveys.renewLink(
                AssessmentScope.of(caller),
                acts.now(caller, AssessmentScope.LEAD),
                assessmentId,
                AssessmentMapper.group(group));
        OpenedSurvey body = new OpenedSurvey(assessmentId);
        body.setLinks(List.of(SurveyMapper.link(AssessmentMapper.group(group), code)));
        return HttpResponse.created(body);
    }

    @Override
    public HttpResponse<SurveyCodes> createSurveyCodes(
            UUID assessmentId, String group, String idempotencyKey, NewSurveyCodes wanted) {
        Caller caller = callers.require();
        List<String> codes = surveys.makeCodes(
                AssessmentScope.of(caller),
                acts.now(caller, AssessmentScope.LEAD),
                assessmentId,
                AssessmentMapper.group(group),
                wanted.getCount());
        SurveyCodes body = new SurveyCodes(group, codes.size());
        body.setCodes(codes);
        return HttpResponse.created(body);
    }

    @Override
    public HttpResponse<Assessment> closeSurvey(UUID assessmentId, String idempotencyKey, String ifMatch) {
        Caller caller = callers.require();
        AssessmentScope scope = AssessmentScope.of(caller);
        surveys.close(scope, acts.now(caller, AssessmentScope.LEAD), assessmentId, Versions.expected(ifMatch));
        AssessmentView view = reading.view(scope, assessmentId);
        return HttpResponse.ok(AssessmentMapper.assessment(view))
                .header("ETag", Versions.etag(view.assessment().version()));
    }
}
