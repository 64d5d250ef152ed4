// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import se.malbild.access.authority.Authorities;
import se.malbild.access.permission.ParticipantDoor;
import se.malbild.api.MaturityWorkshopParticipantsApi;
import se.malbild.api.model.NewWorkshopIdea;
import se.malbild.api.model.WorkshopCode;
import se.malbild.api.model.WorkshopDots;
import se.malbild.api.model.WorkshopIdeasLeft;
import se.malbild.api.model.WorkshopInvitation;
import se.malbild.api.model.WorkshopJoining;
import se.malbild.api.model.WorkshopOwnDots;
import se.malbild.api.model.WorkshopOwnTestVote;
import se.malbild.api.model.WorkshopOwnVote;
import se.malbild.api.model.WorkshopSession;
import se.malbild.api.model.WorkshopTestVote;
import se.malbild.api.model.WorkshopVote;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.CallerAddress;

/** What a participant in a workshop uses. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityWorkshopParticipantsController implements MaturityWorkshopParticipantsApi {
    private static final String PATH = "/api/v1/workshop-sessions";

    private final Attendance attendance;
    private final BoardNotes notes;
    private final Authorities authorities;
    private final CallerAddress address;

    MaturityWorkshopParticipantsController(
            Attendance attendance, BoardNotes notes, Authorities authorities, CallerAddress address) {
        this.attendance = attendance;
        this.notes = notes;
        this.authorities = authorities;
        this.address = address;
    }

    @Override
    public HttpResponse<WorkshopInvitation> lookUpWorkshop(WorkshopCode sent) {
        Workshop workshop = attendance.lookUp(sent.getCode(), address.ofThisRequest());
        return HttpResponse.ok(WorkshopMapper.invitation(workshop, authorities.get(workshop.authorityId())));
    }

    @Override
    public HttpResponse<WorkshopSession> joinWorkshop(WorkshopJoining sent) {
        Attendance.Joined joined = attendance.join(
                sent.getCode(),
                sent.getGroup() == null ? null : AssessmentMapper.group(sent.getGroup()),
                ServerRequestContext.currentRequest().flatMap(ParticipantDoor::workshopSession),
                address.ofThisRequest());
        Cookie cookie = Cookie.of(ParticipantDoor.WORKSHOP_COOKIE, joined.token())
                .httpOnly(true)
                .sameSite(SameSite.Strict)
                .path(PATH)
                .maxAge(Attendance.LENGTH)
                .secure(isHttps());
        return HttpResponse.created(WorkshopMapper.session(joined.session())).cookie(cookie);
    }

    @Override
    public HttpResponse<WorkshopSession> getWorkshopSession() {
        return HttpResponse.ok(WorkshopMapper.session(attendance.require(token())));
    }

    @Override
    public HttpResponse<WorkshopOwnVote> castWorkshopVote(WorkshopVote sent) {
        return HttpResponse.ok(WorkshopMapper.ownVote(
                sent.getCriterion(), sent.getRound(), attendance.vote(token(), WorkshopMapper.ballot(sent))));
    }

    @Override
    public HttpResponse<WorkshopOwnTestVote> castWorkshopTestVote(WorkshopTestVote sent) {
        return HttpResponse.ok(
                WorkshopMapper.ownTestVote(attendance.tryOut(token(), sent.getChoice(), sent.getAttempt())));
    }

    @Override
    public HttpResponse<WorkshopIdeasLeft> sendWorkshopIdea(NewWorkshopIdea sent) {
        return HttpResponse.ok(new WorkshopIdeasLeft(notes.send(token(), BoardMapper.idea(sent))));
    }

    @Override
    public HttpResponse<WorkshopOwnDots> placeWorkshopDots(WorkshopDots sent) {
        return HttpResponse.ok(BoardMapper.ownDots(notes.place(token(), BoardMapper.placed(sent))));
    }

    static String token() {
        return ServerRequestContext.currentRequest()
                .flatMap(ParticipantDoor::workshopSession)
                .orElseThrow(ParticipantDoor::closed);
    }

    private static boolean isHttps() {
        return ServerRequestContext.currentRequest()
                .map(request -> request.isSecure()
                        || "https".equals(request.getHeaders().get("X-Forwarded-Proto")))
                .orElse(false);
    }
}
