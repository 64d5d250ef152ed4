// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.picture;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.workshop.RoomTarget;
import se.malbild.maturity.workshop.RoomTargets;
import se.malbild.platform.problem.FieldFault;

/** Makes what a workshop agreed on a proposal in the target picture. It counts when it has been accepted, as any other. */
@Singleton
class WorkshopTargets implements RoomTargets {
    private static final int DEFAULT_WEIGHT = 1;

    private final Targets targets;
    private final TargetRules rules;
    private final AssessedReading assessments;

    WorkshopTargets(Targets targets, TargetRules rules, AssessedReading assessments) {
        this.targets = targets;
        this.rules = rules;
        this.assessments = assessments;
    }

    @Override
    public void check(
            Assessment assessment, String criterion, RoomTarget target, LocalDate today, List<FieldFault> faults) {
        rules.faults(assessments.of(assessment), criterion, target, today).stream()
                .map(each -> new FieldFault(pointer(each.pointer()), each.code(), each.message()))
                .forEach(faults::add);
    }

    /** {@code /dueDate} of a target is {@code /targetDueDate} of the act; what concerns the criterion stands at the level. */
    private static String pointer(String ofTarget) {
        String field = ofTarget.equals("/criterion") ? "level" : ofTarget.substring(1);
        return "/target" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }

    @Override
    public void propose(
            AssessmentAct act, Assessment assessment, UUID workshopId, String criterion, RoomTarget target) {
        targets.proposeFromRoom(
                act,
                assessment,
                criterion,
                new WantedTarget(
                        target.level(),
                        DEFAULT_WEIGHT,
                        target.reason(),
                        target.goodEnoughBecause(),
                        Objects.requireNonNull(target.ownerId()),
                        Objects.requireNonNull(target.dueDate()),
                        workshopId));
    }
}
