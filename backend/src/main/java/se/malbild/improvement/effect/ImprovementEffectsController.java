// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.api.ImprovementEffectsApi;
import se.malbild.api.model.KnownEventPage;
import se.malbild.api.model.RoadmapEffect;
import se.malbild.api.model.RoadmapEffectPage;
import se.malbild.api.model.WantedKnownEvent;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.event.KnownEvent;
import se.malbild.improvement.event.KnownEvents;
import se.malbild.improvement.roadmap.Roadmap;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Versions;

/** Effects of what was done, and the register of known events. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ImprovementEffectsController implements ImprovementEffectsApi {
    private static final int PAGE = 20;
    private static final String EDIT = "roadmap:edit";

    private final Effects effects;
    private final Roadmap roadmap;
    private final KnownEvents known;
    private final Units units;
    private final Acts acts;
    private final Callers callers;

    ImprovementEffectsController(
            Effects effects, Roadmap roadmap, KnownEvents known, Units units, Acts acts, Callers callers) {
        this.effects = effects;
        this.roadmap = roadmap;
        this.known = known;
        this.units = units;
        this.acts = acts;
        this.callers = callers;
    }

    @Override
    public HttpResponse<RoadmapEffect> getRoadmapItemEffect(UUID itemId) {
        RoadmapItem item = roadmap.get(callers.require(), itemId);
        return HttpResponse.ok(EffectMapper.effect(effects.of(item), roadmap.model(item)));
    }

    @Override
    public HttpResponse<RoadmapEffectPage> listRoadmapEffects(
            @Nullable Integer limit, @Nullable String cursor, @Nullable UUID assessment) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<RoadmapItem> found = roadmap.page(
                caller,
                new Roadmap.Filter(
                        assessment,
                        null,
                        EnumSet.of(RoadmapItem.State.STARTED, RoadmapItem.State.DONE),
                        null,
                        null,
                        false),
                last == null ? null : new Roadmap.After(Cursors.date(last.get(0)), Cursors.uuid(last.get(1))),
                wanted + 1);
        List<RoadmapItem> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Unit> named = new HashMap<>();
        units.tree(caller.authorityId(), true).forEach(unit -> named.put(unit.id(), unit));
        RoadmapEffectPage page = new RoadmapEffectPage(effects.of(shown).stream()
                .map(each -> EffectMapper.summary(
                        each, roadmap.model(each.item()), named.get(each.item().unitId())))
                .toList());
        if (found.size() > wanted) {
            page.setNext(
                    Cursors.encode(shown.getLast().startDate(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<KnownEventPage> listKnownEvents(@Nullable Integer limit, @Nullable String cursor) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        List<KnownEvent> found = known.page(
                caller,
                last == null ? null : Cursors.date(last.get(0)),
                last == null ? null : Cursors.uuid(last.get(1)),
                wanted + 1);
        List<KnownEvent> shown = found.subList(0, Math.min(wanted, found.size()));
        KnownEventPage page = new KnownEventPage(mapped(caller, shown));
        if (found.size() > wanted) {
            page.setNext(Cursors.encode(shown.getLast().date(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    @Override
    public HttpResponse<se.malbild.api.model.KnownEvent> createKnownEvent(
            String idempotencyKey, WantedKnownEvent wanted) {
        UUID id = known.note(act(), wanted(wanted));
        se.malbild.api.model.KnownEvent made = read(id);
        return HttpResponse.created(made)
                .header("ETag", Versions.etag(made.getVersion()))
                .header("Location", "/api/v1/known-events/" + id);
    }

    @Override
    public HttpResponse<se.malbild.api.model.KnownEvent> changeKnownEvent(
            UUID eventId, String ifMatch, WantedKnownEvent wanted) {
        known.change(act(), eventId, Versions.expected(ifMatch), wanted(wanted));
        se.malbild.api.model.KnownEvent event = read(eventId);
        return HttpResponse.ok(event).header("ETag", Versions.etag(event.getVersion()));
    }

    @Override
    public HttpResponse<Void> deleteKnownEvent(UUID eventId, String ifMatch) {
        known.remove(act(), eventId, Versions.expected(ifMatch));
        return HttpResponse.noContent();
    }

    private Acts.Act act() {
        return acts.now(callers.require(), EDIT);
    }

    private static KnownEvent.Wanted wanted(WantedKnownEvent wanted) {
        return new KnownEvent.Wanted(wanted.getDate(), wanted.getText(), wanted.getUnitId());
    }

    private se.malbild.api.model.KnownEvent read(UUID id) {
        Caller caller = callers.require();
        return mapped(caller, List.of(known.get(caller, id))).getFirst();
    }

    private List<se.malbild.api.model.KnownEvent> mapped(Caller caller, List<KnownEvent> events) {
        Map<UUID, Unit> named = new HashMap<>();
        units.tree(caller.authorityId(), true).forEach(unit -> named.put(unit.id(), unit));
        return events.stream()
                .map(each -> {
                    se.malbild.api.model.KnownEvent mapped = new se.malbild.api.model.KnownEvent(
                            each.id(), each.date(), each.words(), known.mayEdit(caller, each.unitId()), each.version());
                    Unit unit = each.unitId() == null ? null : named.get(each.unitId());
                    mapped.setUnitId(each.unitId());
                    mapped.setUnitName(unit == null ? null : AssessedMapper.unitName(unit));
                    return mapped;
                })
                .toList();
    }
}
