// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.maturity.measure.Measuring;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Assessments (nulägesbilder): making, changing and finding them. */
@Singleton
public class Assessments {
    private static final int MOST_PARTS = 200;
    private static final int MOST_LOOKED_THROUGH = 100;

    private final AssessmentRepository assessments;
    private final MaturityModels models;
    private final Units units;
    private final Processes processes;
    private final Measuring measuring;
    private final Transactions transactions;
    private final EventWriter events;

    Assessments(
            AssessmentRepository assessments,
            MaturityModels models,
            Units units,
            Processes processes,
            Measuring measuring,
            Transactions transactions,
            EventWriter events) {
        this.assessments = assessments;
        this.models = models;
        this.units = units;
        this.processes = processes;
        this.measuring = measuring;
        this.transactions = transactions;
        this.events = events;
    }

    /** What an assessment shall be. */
    public record Wanted(
            String name,
            LocalDate periodFrom,
            LocalDate periodTo,
            @Nullable UUID eventLogId,
            List<InvitedGroup> groups) {}

    /**
     * What an assessment asks.
     *
     * @param perspectives codes of those of the model's perspectives that it asks about; empty = all
     */
    public record Asked(MaturityModel model, Set<String> perspectives) {
        /** The whole of a model. */
        public static Asked all(MaturityModel model) {
            return new Asked(model, Set.of());
        }

        void requireSound() {
            List<FieldFault> faults = new ArrayList<>();
            int at = 0;
            for (String code : perspectives) {
                if (model.perspective(code).isEmpty()) {
                    faults.add(FieldFault.of(
                            "/perspectives/" + at,
                            "not_found",
                            "Modellen har inget perspektiv %s.".formatted(code),
                            "The model has no perspective %s.".formatted(code)));
                }
                at++;
            }
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
        }
    }

    /**
     * What an assessment is about: exactly one of authority, unit and process.
     *
     * @param unitId the unit; the topmost one for the whole authority and for a process
     * @param caseTypeKey the process; absent = the unit
     */
    public record About(UUID unitId, @Nullable String caseTypeKey) {}

    /** Plans an assessment of a unit, by the version of the product's model that is current now. */
    public Assessment create(AssessmentScope scope, AssessmentAct act, UUID unitId, Wanted wanted) {
        return create(scope, act, new About(unitId, null), Asked.all(models.current()), wanted);
    }

    /** Plans an assessment, by a version of a model that new assessments may follow. */
    public Assessment create(AssessmentScope scope, AssessmentAct act, About about, Asked asked, Wanted wanted) {
        UUID unitId = about.unitId();
        return transactions.in(() -> {
            requireUnit(scope, unitId);
            requireProcess(scope, about);
            requireSound(wanted);
            asked.requireSound();
            Assessment made = new Assessment(
                    Ids.at(act.at().toEpochMilli()),
                    scope.authorityId(),
                    unitId,
                    about.caseTypeKey(),
                    wanted.name().strip(),
                    wanted.periodFrom(),
                    wanted.periodTo(),
                    asked.model().id(),
                    asked.model().version(),
                    asked.perspectives(),
                    wanted.eventLogId(),
                    AssessmentState.PLANNED,
                    wanted.groups(),
                    0,
                    act.userId(),
                    act.at(),
                    1);
            assessments.insert(made);
            events.append(act.event(
                            made,
                            "AssessmentPlanned",
                            Map.of(
                                    "unit", unitId.toString(),
                                    "caseType", about.caseTypeKey() == null ? "" : about.caseTypeKey(),
                                    "model", asked.model().id(),
                                    "modelVersion", asked.model().version(),
                                    "perspectives", List.copyOf(asked.perspectives())))
                    .withStates(null, made.state().code()));
            return get(scope, made.id());
        });
    }

    /** A unit that does not exist and one that the person does not lead get the same answer. */
    private void requireUnit(AssessmentScope scope, UUID unitId) {
        boolean exists = units.tree(scope.authorityId(), false).stream()
                .anyMatch(unit -> unit.id().equals(unitId));
        if (!exists || !scope.covers(AssessmentScope.LEAD, unitId)) {
            throw ProblemException.ruleBroken(
                    "/unitId",
                    "not_found",
                    "Enheten finns inte eller hör inte till dem du svarar för.",
                    "The unit does not exist or is not one that you answer for.");
        }
    }

    /** A process is one of the authority's case types, and is about no unit below the topmost. */
    private void requireProcess(AssessmentScope scope, About about) {
        String key = about.caseTypeKey();
        if (key == null) {
            return;
        }
        if (units.get(scope.authorityId(), about.unitId()).parentId() != null) {
            throw ProblemException.ruleBroken(
                    "/caseTypeKey",
                    "one_scope",
                    "En nulägesbild gäller en enhet eller en ärendetyp, inte båda. En ärendetyp gäller hela myndigheten.",
                    "An assessment is about a unit or a case type, not both. A case type is of the whole authority.");
        }
        if (processes.name(scope.authorityId(), key).isEmpty()) {
            throw ProblemException.ruleBroken(
                    "/caseTypeKey", "not_found", "Ärendetypen finns inte.", "There is no such case type.");
        }
    }

    private static void requireSound(Wanted wanted) {
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.name().isBlank()) {
            faults.add(FieldFault.of("/name", "required", "Fyll i namnet.", "Fill in the name."));
        }
        if (wanted.periodTo().isBefore(wanted.periodFrom())) {
            faults.add(FieldFault.of(
                    "/periodTo",
                    "before_start",
                    "Sista dagen är före den första.",
                    "The last day is before the first."));
        }
        Set<RespondentGroup> seen = new HashSet<>();
        for (int i = 0; i < wanted.groups().size(); i++) {
            InvitedGroup each = wanted.groups().get(i);
            if (!seen.add(each.group())) {
                faults.add(FieldFault.of(
                        "/groups/" + i + "/group",
                        "repeated",
                        "Gruppen finns redan i listan.",
                        "The group is already in the list."));
            }
            nameFault(each, "/groups/" + i, faults);
            if (each.joint() && each.invited() < InvitedGroup.FEWEST_JOINT) {
                faults.add(FieldFault.of(
                        "/groups/" + i + "/invited",
                        "too_few",
                        "En gemensam placering görs av minst två.",
                        "A joint placement is made by at least two."));
            } else if (each.joint() && each.invited() >= InvitedGroup.FEWEST) {
                faults.add(
                        FieldFault.of(
                                "/groups/" + i + "/joint",
                                "not_needed",
                                "Gemensam placering är till för grupper med färre än 5. Gruppen är stor nog att svara i enkäten.",
                                "Joint placement is for groups of fewer than 5. The group is large enough to answer the survey."));
            } else if (!each.joint() && each.invited() < InvitedGroup.FEWEST) {
                faults.add(
                        FieldFault.of(
                                "/groups/" + i + "/invited",
                                "too_few",
                                "Minst 5 behöver vara inbjudna. Svar från färre än 5 visas aldrig, så att ingen kan pekas ut. En mindre grupp kan placera sig gemensamt.",
                                "At least 5 need to be invited. Answers from fewer than 5 are never shown, so that nobody can be singled out. A smaller group can be placed jointly."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** A group of one's own has a name and a code that is not taken; the others are called what they are called. */
    private static void nameFault(InvitedGroup each, String pointer, List<FieldFault> faults) {
        RespondentGroup group = each.group();
        boolean named = !group.label().sv().equals(group.code());
        if (group.equals(RespondentGroup.GEMENSAM)) {
            faults.add(FieldFault.of(
                    pointer + "/group",
                    "taken",
                    "Koden är upptagen. Ge gruppen en annan.",
                    "The code is taken. Give the group another."));
        } else if (group.isOwn()
                && (!named || group.label().sv().isBlank() || group.label().en().isBlank())) {
            faults.add(FieldFault.of(
                    pointer + "/name",
                    "required",
                    "Ge gruppen ett namn på svenska och engelska.",
                    "Give the group a name in Swedish and English."));
        } else if (!group.isOwn()
                && !group.label().equals(RespondentGroup.of(group.code()).label())) {
            faults.add(FieldFault.of(
                    pointer + "/name", "not_own", "Gruppen har redan ett namn.", "The group has its name already."));
        }
    }

    /** Changes it: name and event log until it is decided, the rest only while it is planned. */
    public Assessment change(AssessmentScope scope, AssessmentAct act, UUID id, long expected, Wanted wanted) {
        return transactions.in(() -> {
            Assessment now = lock(scope, id, AssessmentScope.LEAD, expected);
            requireSound(wanted);
            if (now.state() == AssessmentState.DECIDED) {
                throw ProblemException.conflict(
                        "Nulägesbilden är beslutad och kan inte ändras.",
                        "The assessment is decided and cannot change.");
            }
            boolean samePlan = now.periodFrom().equals(wanted.periodFrom())
                    && now.periodTo().equals(wanted.periodTo())
                    && planned(now.groups()).equals(planned(wanted.groups()));
            if (now.state() != AssessmentState.PLANNED && !samePlan) {
                throw ProblemException.conflict(
                        "Grupper och period kan bara ändras innan enkäten öppnas.",
                        "Groups and period can change only before the survey opens.");
            }
            Assessment changed = assessments.update(now.changed(wanted));
            if (changed.state().takesDecisions() && !Objects.equals(changed.eventLogId(), now.eventLogId())) {
                measuring.freeze(changed, act.at());
            }
            events.append(act.event(changed, "AssessmentChanged", Map.of()));
            return changed;
        });
    }

    /** Groups with all that is planned of them, their names too. */
    private static Set<List<Object>> planned(List<InvitedGroup> groups) {
        return groups.stream()
                .map(each -> List.<Object>of(each.group(), each.group().label(), each.invited(), each.joint()))
                .collect(Collectors.toSet());
    }

    /** The assessment; 404 where it does not exist or is out of scope. */
    public Assessment get(AssessmentScope scope, UUID id) {
        return assessments
                .find(scope.authorityId(), id)
                .filter(found -> scope.covers(AssessmentScope.READ, found.unitId()))
                .orElseThrow(ProblemException::notFound);
    }

    /** What some assessments of an authority are called: for the product's own work. */
    public Map<UUID, String> names(UUID authorityId, Collection<UUID> ids) {
        return assessments.names(authorityId, ids);
    }

    /** Newest first, those before {@code before}. */
    public List<Assessment> page(
            AssessmentScope scope,
            @Nullable UUID unit,
            @Nullable AssessmentState state,
            @Nullable UUID before,
            int limit) {
        return assessments.page(scope.authorityId(), scope.readableUnits(), unit, state, before, limit);
    }

    /** Decided assessments of the same scope that were made before this one, newest first. */
    public List<Assessment> earlier(AssessmentScope scope, Assessment assessment, int most) {
        return page(scope, assessment.unitId(), AssessmentState.DECIDED, assessment.id(), MOST_LOOKED_THROUGH).stream()
                .filter(assessment::hasScopeOf)
                .limit(most)
                .toList();
    }

    /**
     * The assessment, kept from changing until the transaction ends.
     *
     * @param permission what the act needs: 403 where it does not reach
     */
    public Assessment lock(AssessmentScope scope, UUID id, String permission) {
        Assessment found = assessments
                .lock(scope.authorityId(), id)
                .filter(each -> scope.covers(AssessmentScope.READ, each.unitId()))
                .orElseThrow(ProblemException::notFound);
        scope.require(permission, found);
        return found;
    }

    /** As {@link #lock(AssessmentScope, UUID, String)}; 412 unless it is still the version that was read. */
    public Assessment lock(AssessmentScope scope, UUID id, String permission, long expected) {
        return lock(scope, id, permission).requireVersion(expected);
    }

    /** Writes the assessment as its next version. Call it with the assessment locked. */
    public Assessment update(Assessment assessment) {
        return assessments.update(assessment);
    }

    /** The assessment of an authority, without a reader: for what participants see. */
    public Assessment ofSurvey(UUID authorityId, UUID id) {
        return assessments.find(authorityId, id).orElseThrow(ProblemException::notFound);
    }

    /**
     * Units below the assessed one that exist now, each after the one above it: what a participant may say that one belongs to. As many
     * whole levels of the tree as are few enough to choose from.
     */
    public List<Unit> partsOf(Assessment assessment) {
        List<Unit> all = units.tree(assessment.authorityId(), false);
        Set<UUID> found = new HashSet<>();
        Set<UUID> level = Set.of(assessment.unitId());
        while (!level.isEmpty() && found.size() + level.size() <= MOST_PARTS) {
            found.addAll(level);
            Set<UUID> above = level;
            level = all.stream()
                    .filter(unit -> unit.parentId() != null && above.contains(unit.parentId()))
                    .map(Unit::id)
                    .collect(Collectors.toSet());
        }
        found.remove(assessment.unitId());
        return all.stream().filter(unit -> found.contains(unit.id())).toList();
    }
}
