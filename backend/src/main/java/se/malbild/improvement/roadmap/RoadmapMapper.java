// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.IndicatorChoice;
import se.malbild.api.model.LoadItem;
import se.malbild.api.model.NewRoadmapItem;
import se.malbild.api.model.RoadmapItemChange;
import se.malbild.api.model.RoadmapLoad;
import se.malbild.api.model.RoadmapObstacle;
import se.malbild.api.model.RoadmapTask;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.maturity.model.MaturityModel;

/** The roadmap ↔ the contract's. */
final class RoadmapMapper {
    private RoadmapMapper() {}

    /** What items are shown with. */
    record Names(Map<UUID, Unit> units, Map<UUID, Account> people, LocalDate today) {}

    static se.malbild.api.model.RoadmapItem item(RoadmapItem item, MaturityModel model, Names names, boolean mayEdit) {
        Unit unit = names.units().get(item.unitId());
        RoadmapItem.Contents contents = item.contents();
        se.malbild.api.model.RoadmapItem mapped = new se.malbild.api.model.RoadmapItem(
                item.id(),
                item.recommendation() == null,
                item.title().asMap(),
                item.state().code(),
                item.unitId(),
                unit == null ? Map.of("sv", "–") : AssessedMapper.unitName(unit),
                AssessedMapper.person(names.people(), item.ownerId()),
                item.startDate(),
                item.endDate(),
                RoadmapItem.quarter(item.startDate()),
                RoadmapItem.quarter(item.endDate()),
                item.late(names.today()),
                tasks(contents.tasks(), names),
                tasks(contents.successFactors(), names),
                contents.indicators().stream()
                        .map(each -> AssessedMapper.indicator(each.indicator(), each.change(), model))
                        .toList(),
                item.baseline().stream().map(each -> baseline(each, model)).toList(),
                mayEdit && !item.state().ended(),
                item.version());
        mapped.setRecommendation(item.recommendation());
        mapped.setDescription(item.description());
        mapped.setAssessmentId(item.assessmentId());
        mapped.setCriteria(contents.criteria().stream()
                .map(code -> AssessedMapper.criterion(code, model))
                .toList());
        mapped.setStartedAt(item.startedAt() == null ? null : AccessMapper.time(item.startedAt()));
        mapped.setEndedAt(item.endedAt() == null ? null : AccessMapper.time(item.endedAt()));
        mapped.setEndNote(item.endNote());
        mapped.setCaseTypes(contents.caseTypes());
        mapped.setEffort(contents.effort());
        mapped.setObstacles(
                contents.obstacles().stream().map(each -> obstacle(each, names)).toList());
        return mapped;
    }

    private static RoadmapObstacle obstacle(RoadmapItem.Obstacle each, Names names) {
        RoadmapObstacle mapped = new RoadmapObstacle(
                each.id(),
                each.words(),
                AssessedMapper.person(names.people(), each.notedBy()),
                AccessMapper.time(each.notedAt()));
        mapped.setResolvedBy(
                each.resolvedBy() == null ? null : AssessedMapper.person(names.people(), each.resolvedBy()));
        mapped.setResolvedAt(each.resolvedAt() == null ? null : AccessMapper.time(each.resolvedAt()));
        mapped.setResolution(each.resolution());
        return mapped;
    }

    private static List<RoadmapTask> tasks(List<RoadmapItem.Task> tasks, Names names) {
        return tasks.stream().map(each -> task(each, names)).toList();
    }

    private static RoadmapTask task(RoadmapItem.Task task, Names names) {
        RoadmapTask mapped = new RoadmapTask(task.text().asMap(), task.done());
        mapped.setDoneBy(task.doneBy() == null ? null : AssessedMapper.person(names.people(), task.doneBy()));
        mapped.setDoneAt(task.doneAt() == null ? null : AccessMapper.time(task.doneAt()));
        return mapped;
    }

    private static se.malbild.api.model.BaselineValue baseline(BaselineValue value, MaturityModel model) {
        se.malbild.api.model.BaselineValue mapped = new se.malbild.api.model.BaselineValue(
                value.indicator(),
                AssessedMapper.indicatorName(value.indicator(), model),
                value.change(),
                value.state(),
                AccessMapper.time(value.measuredAt()));
        mapped.setValue(value.value());
        mapped.setUnit(value.unit());
        mapped.setN(value.n());
        mapped.setLevel(value.level());
        mapped.setEventLogId(value.eventLogId());
        mapped.setPeriodFrom(value.periodFrom());
        mapped.setPeriodTo(value.periodTo());
        return mapped;
    }

    static RoadmapLoad load(RoadmapLoads.Found found) {
        RoadmapLoad mapped = new RoadmapLoad(
                found.version(),
                found.mayEdit(),
                found.loads().stream()
                        .map(each -> new se.malbild.api.model.OwnerLoad(
                                AssessedMapper.person(found.people(), each.ownerId()),
                                each.quarter(),
                                each.effort(),
                                found.isOver(each),
                                each.parts().stream()
                                        .map(part -> new LoadItem(
                                                part.item().id(),
                                                part.item().title().asMap(),
                                                part.effort()))
                                        .toList()))
                        .toList());
        mapped.setCapacity(found.capacity() == null ? null : found.capacity().doubleValue());
        return mapped;
    }

    static WantedItem wanted(NewRoadmapItem wanted) {
        return new WantedItem(
                wanted.getRecommendation(),
                wanted.getTitle(),
                wanted.getDescription(),
                wanted.getAssessmentId(),
                wanted.getUnitId(),
                wanted.getOwnerId(),
                wanted.getStartDate(),
                wanted.getEndDate(),
                listed(wanted.getCriteria()),
                listed(wanted.getTasks()),
                indicators(wanted.getIndicators()),
                listed(wanted.getCaseTypes()),
                wanted.getEffort());
    }

    static WantedItem.Change change(RoadmapItemChange wanted) {
        return new WantedItem.Change(
                wanted.getTitle(),
                wanted.getDescription(),
                wanted.getOwnerId(),
                wanted.getStartDate(),
                wanted.getEndDate(),
                wanted.getTasks().stream()
                        .map(each -> new WantedItem.TaskChange(each.getPosition(), each.getText(), each.getDone()))
                        .toList(),
                wanted.getSuccessFactorsMet(),
                indicators(wanted.getIndicators()),
                wanted.getCaseTypes(),
                wanted.getEffort());
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static @Nullable List<Recommendation.Expected> indicators(@Nullable List<IndicatorChoice> wanted) {
        return wanted == null
                ? null
                : wanted.stream()
                        .map(each -> new Recommendation.Expected(
                                each.getIndicator(), each.getChange().getValue()))
                        .toList();
    }
}
