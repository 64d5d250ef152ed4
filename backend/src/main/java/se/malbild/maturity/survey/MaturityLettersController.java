// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.MaturityLettersApi;
import se.malbild.api.model.NewSurveyInvitations;
import se.malbild.api.model.SurveyInvitations;
import se.malbild.api.model.SurveyLettersAsked;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.AssessmentScope;
import se.malbild.platform.idempotency.Idempotent;

/** Letters to those invited by personal codes. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityLettersController implements MaturityLettersApi {
    private final SurveyLetters letters;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityLettersController(SurveyLetters letters, AssessmentActs acts, Callers callers) {
        this.letters = letters;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<SurveyInvitations> inviteBySurveyCodes(
            UUID assessmentId, String group, String idempotencyKey, NewSurveyInvitations wanted) {
        Caller caller = callers.require();
        int made = letters.invite(
                AssessmentScope.of(caller),
                acts.now(caller, AssessmentScope.LEAD),
                assessmentId,
                AssessmentMapper.group(group),
                wanted.getAddresses());
        return HttpResponse.created(new SurveyInvitations(group, made));
    }

    @Override
    public HttpResponse<SurveyLettersAsked> askForSurveyLetters(UUID assessmentId, String idempotencyKey) {
        Caller caller = callers.require();
        return HttpResponse.accepted()
                .body(new SurveyLettersAsked(
                        letters.ask(AssessmentScope.of(caller), acts.now(caller, AssessmentScope.LEAD), assessmentId)
                                .id()));
    }
}
