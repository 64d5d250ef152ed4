// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.placement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.InvitedGroup;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Writes down what small groups place together, and reads what holds. */
@Singleton
public class JointPlacements {
    private final JointPlacementRepository placements;
    private final Assessments assessments;
    private final MaturityModels models;
    private final Transactions transactions;
    private final EventWriter events;

    JointPlacements(
            JointPlacementRepository placements,
            Assessments assessments,
            MaturityModels models,
            Transactions transactions,
            EventWriter events) {
        this.placements = placements;
        this.assessments = assessments;
        this.models = models;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What a group said.
     *
     * @param placedOn absent = today
     * @param supersedes the placement in force that was seen; absent where there was none
     */
    public record Wanted(
            String group,
            int level,
            @Nullable LocalDate placedOn,
            @Nullable UUID supersedes) {}

    /** Writes down a placement; an earlier one is superseded and kept. */
    public JointPlacement place(
            AssessmentScope scope, AssessmentAct act, UUID assessmentId, String code, Wanted wanted) {
        return transactions.in(() -> {
            Assessment now = assessments.lock(scope, assessmentId, AssessmentScope.LEAD);
            Criterion criterion = now.model(models).criterion(code).orElseThrow(ProblemException::notFound);
            requireTime(now);
            LocalDate today = LocalDate.ofInstant(act.at(), Units.STOCKHOLM);
            LocalDate on = Objects.requireNonNullElse(wanted.placedOn(), today);
            requireSound(now, criterion, wanted, on, today);
            List<JointPlacement> all = placements.all(now.authorityId(), now.id());
            Optional<JointPlacement> earlier = all.stream()
                    .filter(each ->
                            each.criterion().equals(code) && each.group().equals(wanted.group()))
                    .findFirst();
            if (!Objects.equals(earlier.map(JointPlacement::id).orElse(null), wanted.supersedes())) {
                throw ProblemException.conflict(
                        "Någon annan har skrivit in gruppens placering under tiden. Läs den först.",
                        "Somebody else has written down the group's placement meanwhile. Read it first.",
                        earlier.map(each -> Map.<String, Object>of(
                                        "placement", each.id().toString()))
                                .orElse(Map.of()));
            }
            JointPlacement made = new JointPlacement(
                    Ids.at(act.at().toEpochMilli()),
                    now.authorityId(),
                    now.id(),
                    all.size() + 1,
                    wanted.group(),
                    code,
                    wanted.level(),
                    on,
                    act.userId(),
                    act.at());
            placements.insert(made);
            events.append(act.event(
                    now,
                    "GroupPlacedJointly",
                    Map.of(
                            "criterion", code,
                            "group", wanted.group(),
                            "placement", made.id().toString())));
            return made;
        });
    }

    private static void requireTime(Assessment assessment) {
        if (assessment.state() == AssessmentState.PLANNED) {
            throw ProblemException.conflict(
                    "Öppna enkäten först. Tills dess kan grupperna ändras.",
                    "Open the survey first. Until then the groups may change.");
        }
        if (assessment.state() == AssessmentState.DECIDED) {
            throw ProblemException.conflict(
                    "Nulägesbilden är beslutad och kan inte ändras.", "The assessment is decided and cannot change.");
        }
    }

    private static void requireSound(
            Assessment assessment, Criterion criterion, Wanted wanted, LocalDate on, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        if (assessment.groups().stream()
                .filter(InvitedGroup::joint)
                .noneMatch(each -> each.group().code().equals(wanted.group()))) {
            faults.add(FieldFault.of(
                    "/group",
                    "not_joint",
                    "Gruppen är inte en av dem som placerar sig gemensamt.",
                    "The group is not one of those that are placed jointly."));
        }
        if (!criterion.defines(wanted.level())) {
            faults.add(FieldFault.of(
                    "/level", "not_a_level", "Välj en av kriteriets nivåer.", "Choose one of the criterion's levels."));
        }
        if (on.isAfter(today)) {
            faults.add(
                    FieldFault.of("/placedOn", "in_future", "Dagen har inte varit än.", "The day has not been yet."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Criterion code → its placements, newest first. */
    public Map<String, List<JointPlacement>> of(Assessment assessment) {
        if (assessment.groups().stream().noneMatch(InvitedGroup::joint)) {
            return Map.of();
        }
        return placements.all(assessment.authorityId(), assessment.id()).stream()
                .collect(Collectors.groupingBy(JointPlacement::criterion, LinkedHashMap::new, Collectors.toList()));
    }
}
