// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** Closes cases (avsluta): nothing left to wait for, retention known or marked pending (CASES §3, §11). */
@Singleton
public class Closing {
    private static final String CLOSE = "case:close";

    private final CaseRepository cases;
    private final DecisionRepository decisions;
    private final Deadlines deadlines;
    private final CaseTaskRepository tasks;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    Closing(
            CaseRepository cases,
            DecisionRepository decisions,
            Deadlines deadlines,
            CaseTaskRepository tasks,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /** Closes the case; without a dispatched decision only for a reason. */
    public void close(CaseScope scope, Act act, UUID id, long expected, @Nullable String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(CLOSE, file);
            if (decisions.of(file.authorityId(), id).stream()
                    .anyMatch(
                            each -> each.state() == Decision.State.PROPOSED || each.state() == Decision.State.SIGNED)) {
                throw ProblemException.conflict(
                        "Ett beslut är föreslaget eller inte skickat. Avgör det först.",
                        "A decision is proposed or not sent. Settle it first.");
            }
            if (tasks.of(file).stream().anyMatch(CaseTask::open)) {
                throw ProblemException.conflict(
                        "En uppgift i ärendet är inte klar. Gör den klar först.",
                        "A task in the case is not done. Do it first.");
            }
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
                    .withAttributes(Map.of("preserve", retention.preserve())));
        });
    }
}
