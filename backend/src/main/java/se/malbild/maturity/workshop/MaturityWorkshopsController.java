// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.api.MaturityWorkshopsApi;
import se.malbild.api.model.NewWorkshop;
import se.malbild.api.model.NewWorkshopNote;
import se.malbild.api.model.NewWorkshopTheme;
import se.malbild.api.model.WorkshopBoardDesk;
import se.malbild.api.model.WorkshopBoardMove;
import se.malbild.api.model.WorkshopBoardScreen;
import se.malbild.api.model.WorkshopDesk;
import se.malbild.api.model.WorkshopIdeaScreening;
import se.malbild.api.model.WorkshopMove;
import se.malbild.api.model.WorkshopNote;
import se.malbild.api.model.WorkshopPage;
import se.malbild.api.model.WorkshopProtocol;
import se.malbild.api.model.WorkshopTestMove;
import se.malbild.api.model.WorkshopTheme;
import se.malbild.api.model.WorkshopView;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentActs;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.workshop.flow.BoardPhase;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;

/** Live workshops, for those who lead them. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class MaturityWorkshopsController implements MaturityWorkshopsApi {
    private static final int PAGE = 20;

    private final Workshops workshops;
    private final Facilitation facilitation;
    private final TestRun testRun;
    private final Boards boards;
    private final WorkshopReading reading;
    private final AssessmentActs acts;
    private final Callers callers;

    MaturityWorkshopsController(
            Workshops workshops,
            Facilitation facilitation,
            TestRun testRun,
            Boards boards,
            WorkshopReading reading,
            AssessmentActs acts,
            Callers callers) {
        this.workshops = workshops;
        this.facilitation = facilitation;
        this.testRun = testRun;
        this.boards = boards;
        this.reading = reading;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<WorkshopPage> listWorkshops(
            UUID assessmentId, @Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 1);
        List<Workshop> found =
                reading.page(scope(), assessmentId, last == null ? null : Cursors.uuid(last.getFirst()), wanted + 1);
        List<Workshop> shown = found.subList(0, Math.min(wanted, found.size()));
        WorkshopPage page =
                new WorkshopPage(shown.stream().map(WorkshopMapper::summary).toList());
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<WorkshopDesk> createWorkshop(UUID assessmentId, String idempotencyKey, NewWorkshop wanted) {
        Workshop made = workshops.create(scope(), act(), assessmentId, WorkshopMapper.wanted(wanted));
        return HttpResponse.created(WorkshopMapper.desk(reading.desk(scope(), made.id())))
                .header("Location", "/api/v1/workshops/" + made.id());
    }

    @Override
    public HttpResponse<WorkshopDesk> getWorkshop(UUID workshopId) {
        return HttpResponse.ok(WorkshopMapper.desk(reading.desk(scope(), workshopId)));
    }

    @Override
    public HttpResponse<WorkshopView> getWorkshopScreen(UUID workshopId) {
        return HttpResponse.ok(WorkshopMapper.view(reading.room(scope(), workshopId)));
    }

    @Override
    public HttpResponse<WorkshopDesk> actInWorkshop(UUID workshopId, String idempotencyKey, WorkshopMove sent) {
        facilitation.act(scope(), act(), workshopId, WorkshopMapper.move(sent), WorkshopMapper.details(sent));
        return HttpResponse.ok(WorkshopMapper.desk(reading.desk(scope(), workshopId)));
    }

    @Override
    public HttpResponse<WorkshopDesk> showWorkshopTestQuestion(
            UUID workshopId, String idempotencyKey, WorkshopTestMove sent) {
        testRun.show(scope(), act(), workshopId, WorkshopMapper.seen(sent), sent.getShown());
        return HttpResponse.ok(WorkshopMapper.desk(reading.desk(scope(), workshopId)));
    }

    @Override
    public HttpResponse<WorkshopBoardDesk> getWorkshopBoard(UUID workshopId) {
        return HttpResponse.ok(BoardMapper.desk(boards.desk(scope(), workshopId)));
    }

    @Override
    public HttpResponse<WorkshopBoardScreen> getWorkshopBoardScreen(UUID workshopId) {
        return HttpResponse.ok(BoardMapper.screen(boards.screen(scope(), workshopId)));
    }

    @Override
    public HttpResponse<WorkshopDesk> moveWorkshopBoard(
            UUID workshopId, String idempotencyKey, WorkshopBoardMove sent) {
        boards.move(
                scope(),
                act(),
                workshopId,
                BoardMapper.seen(sent),
                BoardPhase.of(sent.getPhase().getValue()),
                sent.getDots() == null ? Board.DOTS : sent.getDots());
        return HttpResponse.ok(WorkshopMapper.desk(reading.desk(scope(), workshopId)));
    }

    @Override
    public HttpResponse<WorkshopTheme> addWorkshopTheme(UUID workshopId, String idempotencyKey, NewWorkshopTheme sent) {
        return HttpResponse.created(
                BoardMapper.theme(boards.add(scope(), act(), workshopId, sent.getHeading(), sent.getRecommendation())));
    }

    @Override
    public HttpResponse<Void> removeWorkshopTheme(UUID workshopId, UUID themeId, String idempotencyKey) {
        boards.remove(scope(), act(), workshopId, themeId);
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<Void> screenWorkshopIdea(
            UUID workshopId, UUID ideaId, String idempotencyKey, WorkshopIdeaScreening sent) {
        boards.screen(
                scope(),
                act(),
                workshopId,
                ideaId,
                Board.Screening.of(sent.getScreening().getValue()),
                sent.getThemeId());
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<WorkshopNote> addWorkshopNote(UUID workshopId, String idempotencyKey, NewWorkshopNote sent) {
        return HttpResponse.created(
                WorkshopMapper.note(workshops.write(scope(), act(), workshopId, WorkshopMapper.note(sent))));
    }

    @Override
    public HttpResponse<WorkshopNote> settleWorkshopNote(UUID workshopId, UUID noteId, String idempotencyKey) {
        return HttpResponse.ok(WorkshopMapper.note(workshops.settle(scope(), act(), workshopId, noteId)));
    }

    @Override
    public HttpResponse<WorkshopProtocol> getWorkshopProtocol(UUID workshopId) {
        return HttpResponse.ok(WorkshopMapper.protocol(reading.protocol(scope(), workshopId)));
    }

    private AssessmentScope scope() {
        return AssessmentScope.of(callers.require());
    }

    private AssessmentAct act() {
        Caller caller = callers.require();
        return acts.now(caller, AssessmentScope.LEAD);
    }
}
