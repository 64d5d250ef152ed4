// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.access.permission.Caller;
import se.malbild.cases.Acts;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseHandling;
import se.malbild.cases.CaseReading;
import se.malbild.cases.CaseScope;
import se.malbild.cases.Closing;
import se.malbild.cases.LooseEnds;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/** Does an act of many to one case: the very command there is for one, with its guards and its event. */
@Singleton
class BulkExecution {
    private final CaseReading reading;
    private final CaseHandling handling;
    private final Handover handover;
    private final CasePriorities priorities;
    private final Closing closing;
    private final Reminders reminders;
    private final Acts acts;
    private final Transactions transactions;

    BulkExecution(
            CaseReading reading,
            CaseHandling handling,
            Handover handover,
            CasePriorities priorities,
            Closing closing,
            Reminders reminders,
            Acts acts,
            Transactions transactions) {
        this.reading = reading;
        this.handling = handling;
        this.handover = handover;
        this.priorities = priorities;
        this.closing = closing;
        this.reminders = reminders;
        this.acts = acts;
        this.transactions = transactions;
    }

    /** Does it, on the case as it is now. */
    void execute(Caller caller, BulkCommand command, UUID caseId) {
        CaseScope scope = CaseScope.of(caller);
        var act = acts.now(caller, command.kind().permission());
        CaseFile file = reading.get(scope, caseId);
        switch (command.kind()) {
            case ASSIGN ->
                handling.assign(
                        scope,
                        act,
                        caseId,
                        file.version(),
                        command.unitId() == null ? file.unitId() : command.unitId(),
                        Objects.requireNonNull(command.officerId()),
                        command.reason());
            case RETURN_TO_UNIT ->
                handling.assign(scope, act, caseId, file.version(), file.unitId(), null, command.reason());
            case HAND_OVER ->
                handover.handOver(
                        scope, act, caseId, file.version(), Objects.requireNonNull(command.unitId()), command.reason());
            case SET_PRIORITY ->
                priorities.set(
                        scope,
                        act,
                        caseId,
                        file.version(),
                        Objects.requireNonNull(command.priority()),
                        command.reason());
            case CLOSE ->
                // What is lost cannot be chosen for many cases at once.
                closing.close(scope, act, caseId, file.version(), command.reason(), LooseEnds.Choices.KEEP_ALL);
            case REMIND -> reminders.remind(scope, act, caseId, command.reason());
        }
    }

    /**
     * Does it and takes it back.
     *
     * @throws ProblemException what would stand in its way
     */
    void rehearse(Caller caller, BulkCommand command, UUID caseId) {
        transactions.rehearse(() -> execute(caller, command, caseId));
    }

    /** Why it was refused, in words for the list. */
    static Text reason(ProblemException refused) {
        if (!refused.faults().isEmpty()) {
            return new Text(
                    refused.faults().stream().map(fault -> fault.message().sv()).collect(Collectors.joining(" ")),
                    refused.faults().stream().map(fault -> fault.message().en()).collect(Collectors.joining(" ")));
        }
        Text detail = refused.detail();
        return detail == null ? refused.type().title() : detail;
    }
}
