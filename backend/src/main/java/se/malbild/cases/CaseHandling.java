// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.DecisionGuards;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Who handles a case, and what is noted and registered in it on the way (handläggning). */
@Singleton
public class CaseHandling {
    private static final String ASSIGN = "case:assign";
    private static final String EDIT = "case:edit";

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final Colleagues colleagues;
    private final Deadlines deadlines;
    private final Records records;
    private final CaseTaskRepository tasks;
    private final CaseTypes types;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;

    CaseHandling(
            CaseRepository cases,
            CaseContentRepository content,
            Colleagues colleagues,
            Deadlines deadlines,
            Records records,
            CaseTaskRepository tasks,
            CaseTypes types,
            Units units,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.colleagues = colleagues;
        this.deadlines = deadlines;
        this.records = records;
        this.tasks = tasks;
        this.types = types;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
    }

    /** A record to register. */
    public record WantedRecord(
            CaseRecord.Direction direction,
            String title,
            @Nullable String documentKey,
            LocalDate dated,
            @Nullable Channel channel,
            @Nullable String correspondent) {}

    /** Gives the case to an officer, or back to the queue of a unit where {@code officer} is absent. */
    public void assign(
            CaseScope scope,
            Act act,
            UUID id,
            long expected,
            UUID unit,
            @Nullable UUID officer,
            @Nullable String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(ASSIGN, file);
            if (officer != null && !scope.coversUnit(ASSIGN, file.unitId())) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Du kan lämna tillbaka ärendet men inte ge det till någon annan.",
                        "You can give the case back but not to somebody else.");
            }
            requireSound(scope, act, file, unit, officer, reason);
            CaseFile next = officer == null ? file.returnedTo(unit) : file.assignedTo(unit, officer);
            cases.update(next, null);
            events.append(eventOf(act, file, next)
                    .withStates(file.state().code(), next.state().code())
                    .withReason(null, reason));
        });
    }

    private static NewEvent eventOf(Act act, CaseFile before, CaseFile after) {
        String activity = after.officerId() == null
                ? "CaseReturned"
                : !before.unitId().equals(after.unitId())
                        ? "CaseHandedOver"
                        : before.officerId() == null ? "CaseAssigned" : "CaseReassigned";
        return CaseEvents.of(act.on(before), after, activity, "user", after.officerId());
    }

    private void requireSound(
            CaseScope scope, Act act, CaseFile file, UUID unit, @Nullable UUID officer, @Nullable String reason) {
        List<FieldFault> faults = new ArrayList<>();
        if (units.tree(scope.authorityId(), false).stream()
                .noneMatch(each -> each.id().equals(unit))) {
            faults.add(FieldFault.of("/unitId", "not_found", "Enheten finns inte.", "The unit does not exist."));
        } else if (officer != null && !colleagues.canHandle(scope.authorityId(), officer, unit, act.day())) {
            faults.add(FieldFault.of(
                    "/officerId",
                    "not_in_unit",
                    "Personen handlägger inte ärenden i den enheten.",
                    "The person does not handle cases in that unit."));
        }
        if (officer != null && file.conflicts().bars(officer)) {
            faults.add(DecisionGuards.barred("/officerId"));
        }
        if (officer != null) {
            colleagues.outside(file, officer, act.day(), "/officerId").ifPresent(faults::add);
        }
        boolean changesHands = file.officerId() != null || !file.unitId().equals(unit);
        if (changesHands && (reason == null || reason.isBlank())) {
            faults.add(FieldFault.of(
                    "/reason", "required", "Ange varför ärendet byter händer.", "Say why the case changes hands."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** The officer begins. */
    public void start(CaseScope scope, Act act, UUID id, long expected) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(EDIT, file);
            CaseFile next = file.startedBy(act.asOfficerOf(file));
            events.append(CaseEvents.of(act, next, "HandlingStarted")
                    .withStates(file.state().code(), next.state().code()));
            cases.update(deadlines.afterAct(act, next, typeOf(file), "start"), null);
        });
    }

    /** A note to the file; one that adds facts becomes a record (FL 27 §). */
    public void note(CaseScope scope, Act act, UUID id, long expected, String text, boolean addsFacts) {
        transactions.run(() -> {
            CaseFile file = open(scope, id, expected, EDIT);
            CaseNote note = new CaseNote(
                    Ids.at(act.at().toEpochMilli()), file.authorityId(), id, text, addsFacts, act.userId(), act.at());
            content.insertNote(note);
            events.append(CaseEvents.of(act, file, "NoteAdded", "note", note.id())
                    .withAttributes(Map.of("addsFacts", addsFacts)));
            if (addsFacts) {
                records.addText(
                        act,
                        file,
                        new Records.Wanted(
                                CaseRecord.Direction.INTERNAL, "Tjänsteanteckning", null, act.day(), null, null),
                        Records.PLAIN,
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            CaseFile next = file.touched();
            cases.update(addsFacts ? deadlines.afterAct(act, next, typeOf(file), "fact_note") : next, null);
        });
    }

    /** Registers a record in the case; when it was the last one lacking, the deadlines counted from completeness begin. */
    public void addRecord(CaseScope scope, Act act, UUID id, long expected, WantedRecord wanted) {
        transactions.run(() -> {
            CaseFile file = open(scope, id, expected, EDIT);
            CaseType type = typeOf(file);
            register(act, file, type, wanted);
            CaseFile next = file.touched();
            if (wanted.direction() == CaseRecord.Direction.OUT) {
                next = deadlines.afterAct(act, next, type, "record_out");
            }
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    /** Registers a record inside the act that brings it, and begins what is counted from completeness when it makes the case complete. */
    CaseRecord register(Act act, CaseFile file, CaseType type, WantedRecord wanted) {
        requireSound(type, act, wanted);
        Set<String> before = Set.copyOf(content.documentKeys(file));
        CaseRecord made = records.add(
                act,
                file,
                new Records.Wanted(
                        wanted.direction(),
                        wanted.title(),
                        wanted.documentKey(),
                        wanted.dated(),
                        wanted.channel(),
                        wanted.correspondent()));
        Set<String> after = new HashSet<>(before);
        if (wanted.documentKey() != null) {
            after.add(wanted.documentKey());
        }
        if (!Registration.isComplete(type, file.formData(), before)
                && Registration.isComplete(type, file.formData(), after)) {
            deadlines.begin(file, type, "complete", wanted.dated());
        }
        return made;
    }

    private CaseType typeOf(CaseFile file) {
        return types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
    }

    private static void requireSound(CaseType type, Act act, WantedRecord wanted) {
        List<FieldFault> faults = new ArrayList<>();
        if (wanted.dated().isAfter(act.day())) {
            faults.add(
                    FieldFault.of("/date", "in_the_future", "Dagen har inte varit än.", "That day has not come yet."));
        }
        if (wanted.documentKey() != null
                && type.documents().stream().noneMatch(rule -> rule.key().equals(wanted.documentKey()))) {
            faults.add(FieldFault.of(
                    "/documentKey",
                    "not_an_option",
                    "Ärendetypen har ingen sådan handling.",
                    "The case type has no such document."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Moves a computed last day, for a reason. */
    public void overrideDeadline(
            CaseScope scope, Act act, UUID id, long expected, UUID deadlineId, LocalDate due, String reason) {
        transactions.run(() -> {
            CaseFile file = open(scope, id, expected, EDIT);
            deadlines.override(act, file, deadlineId, due, reason);
            cases.update(deadlines.withNextDue(file.touched()), null);
        });
    }

    /** Adds a task. */
    public void addTask(
            CaseScope scope,
            Act act,
            UUID id,
            long expected,
            String title,
            @Nullable UUID assignee,
            @Nullable LocalDate due) {
        transactions.run(() -> {
            CaseFile file = open(scope, id, expected, EDIT);
            if (assignee != null && !colleagues.canHandle(scope.authorityId(), assignee, file.unitId(), act.day())) {
                throw ProblemException.ruleBroken(
                        "/assigneeId",
                        "not_in_unit",
                        "Personen handlägger inte ärenden i den enheten.",
                        "The person does not handle cases in that unit.");
            }
            if (assignee != null && file.conflicts().bars(assignee)) {
                throw ProblemException.ruleBroken(List.of(DecisionGuards.barred("/assigneeId")));
            }
            if (assignee != null) {
                colleagues.outside(file, assignee, act.day(), "/assigneeId").ifPresent(fault -> {
                    throw ProblemException.ruleBroken(List.of(fault));
                });
            }
            CaseTask task =
                    new CaseTask(Ids.at(act.at().toEpochMilli()), title, assignee, due, act.userId(), act.at(), null);
            tasks.insert(file, task);
            events.append(CaseEvents.of(act, file, "TaskAdded", "task", task.id()));
            cases.update(file.touched(), null);
        });
    }

    /** Marks a task as done; 409 if it was. */
    public void completeTask(CaseScope scope, Act act, UUID id, long expected, UUID taskId) {
        transactions.run(() -> {
            CaseFile file = open(scope, id, expected, EDIT);
            CaseTask task = tasks.of(file).stream()
                    .filter(each -> each.id().equals(taskId))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            if (!task.open()) {
                throw ProblemException.conflict("Uppgiften är redan klar.", "The task is done already.");
            }
            tasks.done(file, taskId, act.day());
            events.append(CaseEvents.of(act, file, "TaskDone", "task", taskId));
            cases.update(file.touched(), null);
        });
    }

    /** The case, locked, if it can still be worked on. */
    private CaseFile open(CaseScope scope, UUID id, long expected, String permission) {
        CaseFile file = cases.lock(scope, id).requireVersion(expected);
        scope.require(permission, file);
        file.requireState(
                "lägga till i",
                "add",
                CaseState.REGISTERED,
                CaseState.ASSIGNED,
                CaseState.IN_PROGRESS,
                CaseState.DECIDED,
                CaseState.DISPATCHED);
        return file;
    }
}
