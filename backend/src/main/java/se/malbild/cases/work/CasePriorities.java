// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.Act;
import se.malbild.cases.CaseEvents;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;

/** Moves cases before or after others in the queues (prioritet). */
@Singleton
class CasePriorities {
    /** What it takes: the same as to say who handles it. */
    static final String PERMISSION = "case:assign";

    private final CaseRepository cases;
    private final Transactions transactions;
    private final EventWriter events;

    CasePriorities(CaseRepository cases, Transactions transactions, EventWriter events) {
        this.cases = cases;
        this.transactions = transactions;
        this.events = events;
    }

    /** Sets the priority; one that is not the ordinary needs a reason. */
    void set(CaseScope scope, Act act, UUID id, long expected, int priority, @Nullable String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(PERMISSION, file);
            if (priority != CaseFile.ORDINARY && (reason == null || reason.isBlank())) {
                throw ProblemException.ruleBroken(
                        "/reason",
                        "required",
                        "Ange varför ärendet ska gå före eller efter andra.",
                        "Say why the case is to go before or after others.");
            }
            CaseFile next = file.withPriority(priority);
            cases.update(next, null);
            events.append(CaseEvents.of(act, next, "PriorityChanged")
                    .withReason(null, reason)
                    .withAttributes(Map.of("from", file.priority(), "to", priority)));
        });
    }
}
