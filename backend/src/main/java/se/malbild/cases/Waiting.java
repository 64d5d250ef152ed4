// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/**
 * Waits of which nobody is asked anything: a court, a payment, or a pause (vilande). Goals of one's own move by the time that passes;
 * statutory clocks do not. What is asked of somebody is an enquiry: {@link Enquiring}.
 */
@Singleton
public class Waiting {
    private static final String WAIT = "case:wait";
    private static final Set<Wait> PAUSES = Set.of(Wait.COURT, Wait.PAYMENT, Wait.PAUSED);

    private final CaseRepository cases;
    private final Deadlines deadlines;
    private final Transactions transactions;
    private final EventWriter events;

    Waiting(CaseRepository cases, Deadlines deadlines, Transactions transactions, EventWriter events) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.events = events;
    }

    /** Pauses, for a reason; {@code due} is when to look again. */
    public void begin(CaseScope scope, Act act, UUID id, long expected, Wait wait, String reason, LocalDate due) {
        requirePause(wait);
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(WAIT, file);
            if (due.isBefore(act.day())) {
                throw ProblemException.ruleBroken(
                        "/dueDate", "in_the_past", "Sista dagen har redan varit.", "The last day has already been.");
            }
            CaseFile next = file.waitingFor(wait);
            deadlines.beginWait(next, wait, act.day(), due);
            events.append(CaseEvents.of(act, next, "CasePaused")
                    .withReason(null, reason)
                    .withAttributes(Map.of("wait", wait.code(), "dueDate", due.toString())));
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    /** The pause is over: what was waited for came, or its time passed. */
    public void end(
            CaseScope scope, Act act, UUID id, long expected, Wait wait, boolean received, @Nullable String reason) {
        requirePause(wait);
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(WAIT, file);
            CaseFile next = file.noLongerWaitingFor(wait, act.day());
            deadlines.endWait(act, next, wait, received);
            events.append(CaseEvents.of(act, next, "CaseResumed")
                    .withReason(null, reason)
                    .withAttributes(Map.of("wait", wait.code(), "received", received)));
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    private static void requirePause(Wait wait) {
        if (!PAUSES.contains(wait)) {
            throw new IllegalArgumentException(wait + " is an enquiry");
        }
    }
}
