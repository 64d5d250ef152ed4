// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.improvement.assessed.Acts.Act;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** The roadmap (färdplan) of an authority: what is put on it, begun, done and dropped. */
@Singleton
public class Roadmap {
    private static final int OBSTACLES = 30;
    private static final int MOST = 1000;

    private final RoadmapRepository items;
    private final RoadmapRules rules;
    private final Baselines baselines;
    private final AssessedReading assessments;
    private final MaturityModels models;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;

    Roadmap(
            RoadmapRepository items,
            RoadmapRules rules,
            Baselines baselines,
            AssessedReading assessments,
            MaturityModels models,
            Units units,
            Transactions transactions,
            EventWriter events) {
        this.items = items;
        this.rules = rules;
        this.baselines = baselines;
        this.assessments = assessments;
        this.models = models;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What is wanted of a list.
     *
     * @param states empty = all
     * @param from only what ends that day or later
     * @param to only what starts that day or earlier
     * @param mine only what the caller owns
     */
    public record Filter(
            @Nullable UUID assessment,
            @Nullable UUID unit,
            Set<RoadmapItem.State> states,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean mine) {
        /** Everything in those states. */
        public static Filter in(RoadmapItem.State... states) {
            return new Filter(null, null, Set.of(states), null, null, false);
        }
    }

    /** Place after which a page begins. */
    public record After(LocalDate startDate, UUID id) {}

    /** Items the caller may see, by first day. */
    public List<RoadmapItem> page(Caller caller, Filter filter, @Nullable After after, int limit) {
        return items.page(
                RoadmapScope.of(caller),
                new RoadmapRepository.Filter(
                        filter.assessment(), filter.unit(), filter.states(), filter.from(), filter.to(), filter.mine()),
                after == null ? null : new RoadmapRepository.After(after.startDate(), after.id()),
                limit);
    }

    /** Items of a unit that put a recommendation in place, oldest first. */
    public List<RoadmapItem> ofUnit(UUID authorityId, UUID unitId) {
        return items.ofUnit(authorityId, unitId);
    }

    /** Items that came from an assessment, by first day. */
    public List<RoadmapItem> ofAssessment(UUID authorityId, UUID assessmentId) {
        return items.ofAssessment(authorityId, assessmentId);
    }

    /** Items of the authority that have been started or done, by first day. */
    public List<RoadmapItem> begun(UUID authorityId) {
        return items.begun(authorityId);
    }

    /** One item; 404 outside the caller's reach. */
    public RoadmapItem get(Caller caller, UUID id) {
        return items.find(caller.authorityId(), id)
                .filter(RoadmapScope.of(caller)::sees)
                .orElseThrow(ProblemException::notFound);
    }

    /** Puts something on the roadmap. */
    public UUID put(Act act, WantedItem wanted) {
        return transactions.in(() -> {
            Caller caller = act.caller();
            List<FieldFault> faults = new ArrayList<>();
            Optional<Assessed> assessed = wanted.assessmentId() == null
                    ? Optional.empty()
                    : assessments.find(caller, RoadmapScope.READ, wanted.assessmentId());
            if (wanted.assessmentId() != null && assessed.isEmpty()) {
                faults.add(FieldFault.of(
                        "/assessmentId", "not_found", "Mätningen finns inte.", "The assessment does not exist."));
            }
            UUID unitId = unit(caller.authorityId(), wanted, assessed, faults);
            RoadmapRules.Drafted drafted = rules.drafted(
                    caller.authorityId(), wanted, assessed.map(Assessed::model).orElseGet(models::current), faults);
            RoadmapScope.requireUnit(caller, unitId);
            if (wanted.recommendation() != null
                    && items.lockOf(caller.authorityId(), unitId, wanted.recommendation()).stream()
                            .anyMatch(each -> !each.state().ended())) {
                throw ProblemException.conflict(
                        "Rekommendationen står redan på enhetens färdplan.",
                        "The recommendation is already on the unit's roadmap.");
            }
            RoadmapItem item = new RoadmapItem(
                    Ids.at(act.at().toEpochMilli()),
                    caller.authorityId(),
                    unitId,
                    wanted.assessmentId(),
                    wanted.recommendation(),
                    drafted.title(),
                    wanted.description(),
                    wanted.ownerId(),
                    wanted.startDate(),
                    wanted.endDate(),
                    RoadmapItem.State.PLANNED,
                    drafted.contents(),
                    List.of(),
                    null,
                    null,
                    null,
                    caller.userId(),
                    act.at(),
                    1);
            items.insert(item);
            events.append(event(act, item, "RoadmapItemPlanned")
                    .withStates(null, item.state().code()));
            return item.id();
        });
    }

    private UUID unit(UUID authorityId, WantedItem wanted, Optional<Assessed> assessed, List<FieldFault> faults) {
        List<Unit> tree = units.tree(authorityId, false);
        UUID asked = wanted.unitId() != null
                ? wanted.unitId()
                : assessed.map(each -> each.unit().id()).orElse(tree.getFirst().id());
        if (tree.stream().noneMatch(each -> each.id().equals(asked))) {
            faults.add(FieldFault.of("/unitId", "not_found", "Enheten finns inte.", "The unit does not exist."));
        }
        return asked;
    }

    /** Changes owner, dates, tasks and success factors. */
    public void change(Act act, UUID id, long expected, WantedItem.Change wanted) {
        transactions.run(() -> {
            RoadmapItem before = lock(act, id).requireVersion(expected);
            RoadmapItem after = rules.changed(act, before, wanted, model(before));
            items.update(after);
            events.append(event(act, after, "RoadmapItemChanged"));
        });
    }

    /** Notes what stands in the way of an item. */
    public void hinder(Act act, UUID id, long expected, String words) {
        transactions.run(() -> {
            RoadmapItem before = lock(act, id).requireVersion(expected);
            List<RoadmapItem.Obstacle> all = new ArrayList<>(before.contents().obstacles());
            if (all.size() >= OBSTACLES) {
                throw ProblemException.conflict(
                        "Åtgärden har redan trettio hinder.", "The item has thirty obstacles already.");
            }
            all.add(new RoadmapItem.Obstacle(
                    Ids.at(act.at().toEpochMilli()), words.strip(), act.caller().userId(), act.at(), null, null, null));
            save(act, before, before.hindered(all), "RoadmapObstacleNoted", words.strip());
        });
    }

    /** An obstacle is out of the way. */
    public void clear(Act act, UUID id, long expected, UUID obstacleId, String resolution) {
        transactions.run(() -> {
            RoadmapItem before = lock(act, id).requireVersion(expected);
            RoadmapItem.Obstacle found = before.contents().obstacles().stream()
                    .filter(each -> each.id().equals(obstacleId))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            if (!found.stands()) {
                throw ProblemException.conflict(
                        "Hindret är redan ur vägen.", "The obstacle is out of the way already.");
            }
            RoadmapItem.Obstacle cleared = new RoadmapItem.Obstacle(
                    found.id(),
                    found.words(),
                    found.notedBy(),
                    found.notedAt(),
                    act.caller().userId(),
                    act.at(),
                    resolution.strip());
            List<RoadmapItem.Obstacle> all = before.contents().obstacles().stream()
                    .map(each -> each.id().equals(obstacleId) ? cleared : each)
                    .toList();
            save(act, before, before.hindered(all), "RoadmapObstacleResolved", resolution.strip());
        });
    }

    /** Every item the caller may see in those states, by first day; at most a thousand. */
    public List<RoadmapItem> all(Caller caller, Filter filter) {
        return page(caller, filter, null, MOST);
    }

    /** Begins an item and freezes its baseline, measured on that log or on the one that lies nearest. */
    public void start(Act act, UUID id, long expected, @Nullable UUID eventLogId) {
        transactions.run(() -> {
            RoadmapItem before = lock(act, id).requireVersion(expected);
            List<BaselineValue> measured = before.state() == RoadmapItem.State.PLANNED
                    ? baselines.measure(act.caller(), before, model(before), eventLogId, act.at())
                    : List.of();
            save(act, before, before.started(measured, act.at()), "RoadmapItemStarted", null);
        });
    }

    /** Marks an item as done: its recommendation then counts as met. */
    public void complete(Act act, UUID id, long expected, String note) {
        transactions.run(() -> {
            RoadmapItem before = lock(act, id).requireVersion(expected);
            save(act, before, before.done(note, act.at()), "RoadmapItemDone", note);
        });
    }

    /** Gives an item up. */
    public void drop(Act act, UUID id, long expected, String reason) {
        transactions.run(() -> {
            RoadmapItem before = lock(act, id).requireVersion(expected);
            save(act, before, before.dropped(reason, act.at()), "RoadmapItemDropped", reason);
        });
    }

    private void save(Act act, RoadmapItem before, RoadmapItem after, String activity, @Nullable String reason) {
        items.update(after);
        events.append(event(act, after, activity)
                .withStates(before.state().code(), after.state().code())
                .withReason(null, reason));
    }

    /** The model whose codes an item uses: its assessment's, otherwise the current one. */
    public MaturityModel model(RoadmapItem item) {
        return Optional.ofNullable(item.assessmentId())
                .flatMap(id -> assessments.find(item.authorityId(), id))
                .map(Assessed::model)
                .orElseGet(models::current);
    }

    private RoadmapItem lock(Act act, UUID id) {
        RoadmapItem item = items.lock(act.caller().authorityId(), id)
                .filter(RoadmapScope.of(act.caller())::sees)
                .orElseThrow(ProblemException::notFound);
        RoadmapScope.requireEdit(act.caller(), item);
        return item;
    }

    private static NewEvent event(Act act, RoadmapItem item, String activity) {
        return NewEvent.inAuthority(item.authorityId(), activity, act.at(), act.actor())
                .withObjects("roadmap-item:" + item.id())
                .withAttributes(Map.of(
                        "title",
                        item.title().sv(),
                        "startDate",
                        item.startDate().toString(),
                        "endDate",
                        item.endDate().toString(),
                        "ownerId",
                        item.ownerId().toString(),
                        "unitId",
                        item.unitId().toString()));
    }
}
