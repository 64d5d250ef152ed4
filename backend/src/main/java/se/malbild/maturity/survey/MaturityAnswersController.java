// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.ParticipantDoor;
import se.malbild.access.unit.Units;
import se.malbild.api.MaturityAnswersApi;
import se.malbild.api.model.SurveyAnswers;
import se.malbild.api.model.SurveyEntry;
import se.malbild.api.model.SurveyQuestions;
import se.malbild.api.model.SurveySession;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.CallerAddress;

/** What a participant in a survey uses. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityAnswersController implements MaturityAnswersApi {
    private static final String PATH = "/api/v1/survey-sessions";

    private final Participation participation;
    private final Authorities authorities;
    private final Units units;
    private final CallerAddress address;

    MaturityAnswersController(
            Participation participation, Authorities authorities, Units units, CallerAddress address) {
        this.participation = participation;
        this.authorities = authorities;
        this.units = units;
        this.address = address;
    }

    @Override
    public HttpResponse<SurveySession> createSurveySession(SurveyEntry entry) {
        Participation.Entered entered = participation.enter(entry.getCode(), address.ofThisRequest());
        Cookie cookie = Cookie.of(ParticipantDoor.COOKIE, entered.token())
                .httpOnly(true)
                .sameSite(SameSite.Strict)
                .path(PATH)
                .maxAge(Participation.LENGTH)
                .secure(isHttps());
        return HttpResponse.created(body(entered.session())).cookie(cookie);
    }

    @Override
    public HttpResponse<SurveySession> getSurveySession() {
        return HttpResponse.ok(body(participation.require(token())));
    }

    @Override
    public HttpResponse<SurveyQuestions> getSurveyQuestions() {
        return HttpResponse.ok(SurveyMapper.questions(participation.requireOpen(token())));
    }

    @Override
    public HttpResponse<Void> submitSurveyAnswers(SurveyAnswers sent) {
        participation.submit(token(), sent.getSubmissionId(), sent.getUnitId(), SurveyMapper.answers(sent));
        return HttpResponse.noContent();
    }

    private SurveySession body(Participation.Session session) {
        return SurveyMapper.session(
                session,
                authorities.get(session.assessment().authorityId()),
                units.get(
                        session.assessment().authorityId(), session.assessment().unitId()));
    }

    private static String token() {
        return ServerRequestContext.currentRequest()
                .flatMap(ParticipantDoor::session)
                .orElseThrow(ParticipantDoor::closed);
    }

    private static boolean isHttps() {
        return ServerRequestContext.currentRequest()
                .map(request -> request.isSecure()
                        || "https".equals(request.getHeaders().get("X-Forwarded-Proto")))
                .orElse(false);
    }
}
