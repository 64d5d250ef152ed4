// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.api.ImprovementRoadmapApi;
import se.malbild.api.model.NewRoadmapItem;
import se.malbild.api.model.NewRoadmapObstacle;
import se.malbild.api.model.ObstacleResolution;
import se.malbild.api.model.RoadmapCompletion;
import se.malbild.api.model.RoadmapItemChange;
import se.malbild.api.model.RoadmapLanguage;
import se.malbild.api.model.RoadmapLoad;
import se.malbild.api.model.RoadmapPage;
import se.malbild.api.model.RoadmapStart;
import se.malbild.api.model.RoadmapState;
import se.malbild.api.model.WithdrawalReason;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.Owners;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Download;
import se.malbild.platform.web.Versions;

/** The roadmap: put something on it, change it, begin, finish or drop it. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ImprovementRoadmapController implements ImprovementRoadmapApi {
    private static final int PAGE = 20;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Roadmap roadmap;
    private final Owners owners;
    private final Units units;
    private final RoadmapLoads loads;
    private final RoadmapFiles files;
    private final Acts acts;
    private final Callers callers;

    ImprovementRoadmapController(
            Roadmap roadmap,
            Owners owners,
            Units units,
            RoadmapLoads loads,
            RoadmapFiles files,
            Acts acts,
            Callers callers) {
        this.roadmap = roadmap;
        this.loads = loads;
        this.files = files;
        this.owners = owners;
        this.units = units;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<RoadmapPage> listRoadmapItems(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable UUID assessment,
            @Nullable UUID unit,
            @Nullable List<RoadmapState> state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean mine) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        Roadmap.After after =
                last == null ? null : new Roadmap.After(Cursors.date(last.get(0)), Cursors.uuid(last.get(1)));
        Set<RoadmapItem.State> states = EnumSet.noneOf(RoadmapItem.State.class);
        if (state != null) {
            state.forEach(each -> states.add(RoadmapItem.State.of(each.getValue())));
        }
        List<RoadmapItem> found = roadmap.page(
                caller,
                new Roadmap.Filter(assessment, unit, states, from, to, Boolean.TRUE.equals(mine)),
                after,
                wanted + 1);
        List<RoadmapItem> shown = found.subList(0, Math.min(wanted, found.size()));
        RoadmapPage page = new RoadmapPage(mapped(caller, shown));
        if (found.size() > wanted) {
            page.setNext(
                    Cursors.encode(shown.getLast().startDate(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    private List<se.malbild.api.model.RoadmapItem> mapped(Caller caller, List<RoadmapItem> items) {
        Map<UUID, Unit> named = new HashMap<>();
        units.tree(caller.authorityId(), true).forEach(unit -> named.put(unit.id(), unit));
        RoadmapMapper.Names names = new RoadmapMapper.Names(
                named,
                owners.named(
                        caller.authorityId(),
                        items.stream().flatMap(RoadmapItem::people).toList()),
                acts.today());
        Map<Optional<UUID>, MaturityModel> models = new HashMap<>();
        return items.stream()
                .map(each -> RoadmapMapper.item(
                        each,
                        models.computeIfAbsent(Optional.ofNullable(each.assessmentId()), key -> roadmap.model(each)),
                        names,
                        RoadmapScope.mayEdit(caller, each)))
                .toList();
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> createRoadmapItem(
            String idempotencyKey, NewRoadmapItem wanted) {
        UUID id = roadmap.put(act(), RoadmapMapper.wanted(wanted));
        se.malbild.api.model.RoadmapItem made = read(id);
        return HttpResponse.created(made)
                .header("ETag", Versions.etag(made.getVersion()))
                .header("Location", "/api/v1/roadmap-items/" + id);
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> getRoadmapItem(UUID itemId) {
        return answer(itemId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> changeRoadmapItem(
            UUID itemId, String ifMatch, RoadmapItemChange wanted) {
        roadmap.change(act(), itemId, Versions.expected(ifMatch), RoadmapMapper.change(wanted));
        return answer(itemId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> startRoadmapItem(
            UUID itemId, String idempotencyKey, String ifMatch, RoadmapStart wanted) {
        roadmap.start(act(), itemId, Versions.expected(ifMatch), wanted.getEventLogId());
        return answer(itemId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> completeRoadmapItem(
            UUID itemId, String idempotencyKey, String ifMatch, RoadmapCompletion wanted) {
        roadmap.complete(act(), itemId, Versions.expected(ifMatch), wanted.getNote());
        return answer(itemId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> dropRoadmapItem(
            UUID itemId, String idempotencyKey, String ifMatch, WithdrawalReason wanted) {
        roadmap.drop(act(), itemId, Versions.expected(ifMatch), wanted.getReason());
        return answer(itemId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> noteRoadmapObstacle(
            UUID itemId, String idempotencyKey, String ifMatch, NewRoadmapObstacle wanted) {
        roadmap.hinder(act(), itemId, Versions.expected(ifMatch), wanted.getText());
        return answer(itemId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.RoadmapItem> resolveRoadmapObstacle(
            UUID itemId, UUID obstacleId, String idempotencyKey, String ifMatch, ObstacleResolution wanted) {
        roadmap.clear(act(), itemId, Versions.expected(ifMatch), obstacleId, wanted.getResolution());
        return answer(itemId);
    }

    @Override
    public HttpResponse<RoadmapLoad> getRoadmapLoad() {
        RoadmapLoads.Found found = loads.find(callers.require());
        return HttpResponse.ok(RoadmapMapper.load(found)).header("ETag", Versions.etag(found.version()));
    }

    @Override
    public HttpResponse<RoadmapLoad> setRoadmapCapacity(String ifMatch, se.malbild.api.model.RoadmapCapacity wanted) {
        loads.set(act(), BigDecimal.valueOf(wanted.getCapacity()), Versions.expected(ifMatch));
        return getRoadmapLoad();
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> exportRoadmapCalendar(
            @Nullable UUID assessment, @Nullable RoadmapLanguage language) {
        byte[] file = files.calendar(callers.require(), assessment, language(language));
        return Download.of(
                file, new MediaType("text/calendar"), language(language).of("vagkarta.ics", "roadmap.ics"));
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> exportRoadmapWorkbook(
            @Nullable UUID assessment, @Nullable RoadmapLanguage language) {
        byte[] file = files.workbook(callers.require(), assessment, language(language));
        return Download.of(file, new MediaType(XLSX), language(language).of("vagkarta.xlsx", "roadmap.xlsx"));
    }

    private static RoadmapFiles.Language language(@Nullable RoadmapLanguage wanted) {
        return wanted == RoadmapLanguage.EN ? RoadmapFiles.Language.ENGLISH : RoadmapFiles.Language.SWEDISH;
    }

    private Acts.Act act() {
        return acts.now(callers.require(), RoadmapScope.EDIT);
    }

    private se.malbild.api.model.RoadmapItem read(UUID id) {
        Caller caller = callers.require();
        return mapped(caller, List.of(roadmap.get(caller, id))).getFirst();
    }

    private HttpResponse<se.malbild.api.model.RoadmapItem> answer(UUID id) {
        se.malbild.api.model.RoadmapItem item = read(id);
        return HttpResponse.ok(item).header("ETag", Versions.etag(item.getVersion()));
    }
}
