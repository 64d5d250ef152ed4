// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Closes cases (avsluta): nothing left to wait for, everything final or discarded, retention known or marked pending (CASES §3, §11). */
@Singleton
public class Closing {
    private static final String CLOSE = "case:close";
    private static final Set<Decision.State> OPEN = Set.of(Decision.State.PROPOSED, Decision.State.SIGNED);

    private final CaseRepository cases;
    private final DecisionRepository decisions;
    private final Enquiring enquiring;
    private final Deadlines deadlines;
    private final LooseEnds looseEnds;
    private final CaseTaskRepository tasks;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    Closing(
            CaseRepository cases,
            DecisionRepository decisions,
            Enquiring enquiring,
            Deadlines deadlines,
            LooseEnds looseEnds,
            CaseTaskRepository tasks,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.decisions = decisions;
        this.enquiring = enquiring;
        this.deadlines = deadlines;
        this.looseEnds = looseEnds;
        this.tasks = tasks;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Closes the case; without a dispatched decision only for a reason. All that stands in the way is told at once.
     *
     * @param choices what becomes of drafts, working material and notes
     */
    public void close(
            CaseScope scope, Act act, UUID id, long expected, @Nullable String reason, LooseEnds.Choices choices) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(CLOSE, file);
            file.requireState("avsluta", "close", CaseState.DISPATCHED, CaseState.IN_PROGRESS);
            List<LooseEnd> loose = looseEnds.of(file);
            List<FieldFault> faults =
                    hindrances(file, decisions.of(file.authorityId(), id), tasks.of(file), enquiring.drafts(file));
            if (file.state() == CaseState.IN_PROGRESS && (reason == null || reason.isBlank())) {
                faults.add(FieldFault.of(
                        "/reason",
                        "required",
                        "Ange varför ärendet avslutas utan slutligt beslut.",
                        "Say why the case is closed without a final decision."));
            }
            faults.addAll(LooseEnds.faults(loose, choices));
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            looseEnds.settle(act, file, loose, choices);
            finish(act, file, reason, loose.size());
        });
    }

    private void finish(Act act, CaseFile file, @Nullable String reason, int settled) {
        CaseType type = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
        Retention retention = Retention.of(type, file.ending().outcomeKey(), act.day())
                .orElse(new Retention(true, "Ingen gallringsregel: bevaras", act.day(), null));
        CaseFile closed = file.closedAt(act.at(), reason, retention);
        deadlines.cancelAll(act, closed);
        LocalDate shownUntil = act.day().plusMonths(type.webMonthsAfterClose());
        cases.update(closed, shownUntil);
        events.append(CaseEvents.of(act, closed, "CaseClosed")
                .withStates(file.state().code(), closed.state().code())
                .withReason(null, reason)
                .withAttributes(Map.of("preserve", retention.preserve(), "settled", settled)));
    }

    /** What the case still waits for, each with what to do. */
    static List<FieldFault> hindrances(
            CaseFile file, List<Decision> decisions, List<CaseTask> tasks, List<EnquiryDraft> drafts) {
        List<FieldFault> faults = new ArrayList<>();
        if (decisions.stream().anyMatch(each -> OPEN.contains(each.state()))) {
            faults.add(FieldFault.of(
                    "/decisions",
                    "decision_open",
                    "Ett beslut är föreslaget eller inte skickat.",
                    "A decision is proposed or not sent."));
        }
        if (!file.waits().isEmpty()) {
            faults.add(FieldFault.of("/waits", "waiting", "Ärendet väntar på någon.", "The case waits for somebody."));
        }
        if (tasks.stream().anyMatch(CaseTask::open)) {
            faults.add(FieldFault.of("/tasks", "task_open", "En uppgift är inte klar.", "A task is not done."));
        }
        if (!drafts.isEmpty()) {
            faults.add(FieldFault.of(
                    "/drafts",
                    "draft_waits",
                    "Ett utkast väntar på att antas eller kastas.",
                    "A draft waits to be adopted or discarded."));
        }
        return faults;
    }
}
