// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.api.model.AssessedProcess;
import se.malbild.api.model.AssessmentAct;
import se.malbild.api.model.AssessmentNext;
import se.malbild.api.model.AssessmentPossibleAct;
import se.malbild.api.model.AssessmentSummary;
import se.malbild.api.model.GroupName;
import se.malbild.api.model.GroupProgress;
import se.malbild.api.model.SurveyState;
import se.malbild.api.model.SurveyStatus;
import se.malbild.api.model.SurveyUnit;
import se.malbild.maturity.model.ModelMapper;
import se.malbild.maturity.survey.AssessmentView;
import se.malbild.maturity.survey.Survey;
import se.malbild.platform.Text;

/** Assessments ↔ the contract's. */
public final class AssessmentMapper {
    private AssessmentMapper() {}

    static AssessmentSummary summary(Assessment assessment, Unit unit, Optional<Text> process, int criteria) {
        AssessmentSummary mapped = new AssessmentSummary(
                assessment.id(),
                assessment.name(),
                assessment.unitId(),
                name(unit),
                isWholeAuthority(assessment, unit),
                assessment.periodFrom(),
                assessment.periodTo(),
                state(assessment),
                criteria,
                assessment.decidedCount(),
                AccessMapper.time(assessment.createdAt()),
                assessment.version());
        mapped.setProcess(process(assessment, process));
        return mapped;
    }

    private static boolean isWholeAuthority(Assessment assessment, Unit unit) {
        return unit.parentId() == null && assessment.caseTypeKey() == null;
    }

    /** The process an assessment is about; null where it is about a unit. */
    public static @Nullable AssessedProcess process(Assessment assessment, Optional<Text> name) {
        String key = assessment.caseTypeKey();
        return key == null
                ? null
                : new AssessedProcess(key, name.orElse(new Text(key, key)).asMap());
    }

    /** An assessment, whole. */
    public static se.malbild.api.model.Assessment assessment(AssessmentView view) {
        Assessment assessment = view.assessment();
        se.malbild.api.model.Assessment mapped = new se.malbild.api.model.Assessment(
                assessment.id(),
                assessment.name(),
                assessment.unitId(),
                name(view.unit()),
                isWholeAuthority(assessment, view.unit()),
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
        mapped.setProcess(process(assessment, view.process()));
        view.survey().ifPresent(survey -> mapped.setSurvey(survey(survey)));
        return mapped;
    }

    private static GroupProgress progress(InvitedGroup invited, AssessmentView view) {
        GroupProgress mapped = new GroupProgress(
                group(invited.group()), invited.group().label().asMap(), invited.invited());
        if (invited.joint()) {
            mapped.setJoint(true);
            return mapped;
        }
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
    public static String group(RespondentGroup group) {
        return group.code();
    }

    /** The group the contract names. */
    public static RespondentGroup group(String group) {
        return RespondentGroup.of(group);
    }

    static List<InvitedGroup> groups(List<se.malbild.api.model.InvitedGroup> sent) {
        return sent.stream()
                .map(each -> {
                    GroupName name = each.getName();
                    RespondentGroup group = name == null
                            ? group(each.getGroup())
                            : RespondentGroup.own(
                                    each.getGroup(),
                                    new Text(name.getSv().strip(), name.getEn().strip()));
                    return new InvitedGroup(group, each.getInvited(), Boolean.TRUE.equals(each.getJoint()));
                })
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
