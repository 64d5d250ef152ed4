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
import se.malbild.api.model.NewRoadmapItem;
import se.malbild.api.model.RoadmapItemChange;
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
                listed(wanted.getCaseTypes()));
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
                wanted.getCaseTypes());
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
