// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.api.model.AssessmentAct;
import se.malbild.api.model.AssessmentNext;
import se.malbild.api.model.AssessmentPossibleAct;
import se.malbild.api.model.AssessmentSummary;
import se.malbild.api.model.GroupProgress;
import se.malbild.api.model.SurveyState;
import se.malbild.api.model.SurveyStatus;
import se.malbild.api.model.SurveyUnit;
import se.malbild.maturity.model.ModelMapper;
import se.malbild.maturity.survey.AssessmentView;
import se.malbild.maturity.survey.Survey;

/** Assessments ↔ the contract's. */
public final class AssessmentMapper {
    private AssessmentMapper() {}

    static AssessmentSummary summary(Assessment assessment, Unit unit, int criteria) {
        return new AssessmentSummary(
                assessment.id(),
                assessment.name(),
                assessment.unitId(),
                name(unit),
                unit.parentId() == null,
                assessment.periodFrom(),
                assessment.periodTo(),
                state(assessment),
                criteria,
                assessment.decidedCount(),
                AccessMapper.time(assessment.createdAt()),
                assessment.version());
    }

    /** An assessment, whole. */
    public static se.malbild.api.model.Assessment assessment(AssessmentView view) {
        Assessment assessment = view.assessment();
        se.malbild.api.model.Assessment mapped = new se.malbild.api.model.Assessment(
                assessment.id(),
                assessment.name(),
                assessment.unitId(),
                name(view.unit()),
                view.unit().parentId() == null,
                assessment.periodFrom(),
                assessment.periodTo(),
                state(assessment),
                ModelMapper.ref(view.model()),
                ModelMapper.perspectives(view.model()),
                view.model().criteria().size(),
                assessment.decidedCount(),
                AccessMapper.userRef(
                        view.createdBy().id(),
                        view.createdBy().displayName(),
                        view.createdBy().title()),
                AccessMapper.time(assessment.createdAt()),
                assessment.groups().stream().map(each -> progress(each, view)).toList(),
                new AssessmentNext(
                        AssessmentAct.fromValue(view.next().act()),
                        view.next().text().asMap()),
                view.acts().stream().map(AssessmentMapper::act).toList(),
                assessment.version());
        mapped.setEventLogId(assessment.eventLogId());
        view.survey().ifPresent(survey -> mapped.setSurvey(survey(survey)));
        return mapped;
    }

    private static GroupProgress progress(InvitedGroup invited, AssessmentView view) {
        GroupProgress mapped = new GroupProgress(
                group(invited.group()), invited.group().label().asMap(), invited.invited());
        mapped.setAnswered(view.answered().get(invited.group()));
        mapped.setCodesIssued(
                view.survey().isEmpty() ? null : (Integer) view.issued().getOrDefault(invited.group(), 0));
        return mapped;
    }

    private static SurveyStatus survey(Survey survey) {
        SurveyStatus mapped = new SurveyStatus(
                SurveyState.fromValue(survey.state()), AccessMapper.time(survey.openedAt()), survey.openLink());
        mapped.setClosesOn(survey.closesOn());
        mapped.setClosedAt(survey.closedAt() == null ? null : AccessMapper.time(survey.closedAt()));
        mapped.setSnapshotHash(survey.snapshotHash());
        return mapped;
    }

    private static AssessmentPossibleAct act(AssessmentView.Possible act) {
        AssessmentPossibleAct mapped =
                new AssessmentPossibleAct(AssessmentAct.fromValue(act.act()), act.hindrance() == null);
        mapped.setReason(act.hindrance() == null ? null : act.hindrance().asMap());
        return mapped;
    }

    /** The contract's state. */
    public static se.malbild.api.model.AssessmentState state(Assessment assessment) {
        return se.malbild.api.model.AssessmentState.fromValue(assessment.state().code());
    }

    /** The contract's group. */
    public static se.malbild.api.model.RespondentGroup group(RespondentGroup group) {
        return se.malbild.api.model.RespondentGroup.fromValue(group.code());
    }

    /** The group the contract names. */
    public static RespondentGroup group(se.malbild.api.model.RespondentGroup group) {
        return RespondentGroup.of(group.getValue());
    }

    static List<InvitedGroup> groups(List<se.malbild.api.model.InvitedGroup> sent) {
        return sent.stream()
                .map(each -> new InvitedGroup(group(each.getGroup()), each.getInvited()))
                .toList();
    }

    /** A unit's name. */
    public static Map<String, String> name(Unit unit) {
        return AccessMapper.text(unit.nameSv(), unit.nameEn());
    }

    /** Units one may belong to, each after the one above it. */
    public static List<SurveyUnit> units(List<Unit> units) {
        Set<UUID> ids = units.stream().map(Unit::id).collect(Collectors.toSet());
        return units.stream()
                .map(each -> {
                    SurveyUnit mapped = new SurveyUnit(each.id(), name(each));
                    mapped.setParentId(ids.contains(each.parentId()) ? each.parentId() : null);
                    return mapped;
                })
                .toList();
    }
}
