// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.decision.LetterText;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/**
 * Waits for somebody: supplement (FL 20 §), the parties' view (FL 25 §), a statement (FL 26 §), a court, a payment, or a pause. Goals of
 * one's own move by the time that passes; statutory clocks do not.
 */
@Singleton
public class Waiting {
    private static final String WAIT = "case:wait";
    private static final Map<Wait, String> LETTERS = Map.of(
            Wait.SUPPLEMENT, "supplement_request", Wait.COMMUNICATION, "communication", Wait.REFERRAL, "referral");

    private final CaseRepository cases;
    private final Deadlines deadlines;
    private final Records records;
    private final CaseTypes types;
    private final Letters letters;
    private final Transactions transactions;
    private final EventWriter events;

    Waiting(
            CaseRepository cases,
            Deadlines deadlines,
            Records records,
            CaseTypes types,
            Letters letters,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.records = records;
        this.types = types;
        this.letters = letters;
        this.transactions = transactions;
        this.events = events;
    }

    /** Begins a wait; where the type has a letter for it, the letter is drawn up as an outgoing record. */
    public void begin(CaseScope scope, Act act, UUID id, long expected, Wait wait, String asked, LocalDate due) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(WAIT, file);
            if (due.isBefore(act.day())) {
                throw ProblemException.ruleBroken(
                        "/dueDate", "in_the_past", "Sista dagen har redan varit.", "The last day has already been.");
            }
            CaseFile next = file.waitingFor(wait);
            deadlines.beginWait(next, wait, act.day(), due);
            CaseType type = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
            type.letter(LETTERS.get(wait)).ifPresent(template -> {
                Map<String, String> values = new HashMap<>(letters.common(act, file));
                values.putAll(Map.of(
                        "dueDate", due.toString(), "missingItems", asked, "materialList", asked, "question", asked));
                records.addText(
                        act,
                        next,
                        new Records.Wanted(
                                CaseRecord.Direction.OUT, template.name().sv(), null, act.day(), null, null),
                        Records.HTML,
                        LetterText.page(
                                template.name().sv(),
                                LetterText.fill(template.body().sv(), values)));
            });
            events.append(
                    begun(act, next, wait).withAttributes(Map.of("wait", wait.code(), "dueDate", due.toString())));
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    /** Ends a wait: an answer came, or its time passed or it was waived. */
    public void end(
            CaseScope scope, Act act, UUID id, long expected, Wait wait, boolean received, @Nullable String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(WAIT, file);
            CaseFile next = file.noLongerWaitingFor(wait, act.day());
            deadlines.endWait(act, next, wait, received);
            events.append(CaseEvents.of(act, next, received ? answered(wait) : unanswered(wait))
                    .withReason(null, reason)
                    .withAttributes(Map.of("wait", wait.code(), "received", received)));
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    private static NewEvent begun(Act act, CaseFile file, Wait wait) {
        return CaseEvents.of(
                act,
                file,
                switch (wait) {
                    case SUPPLEMENT -> "SupplementRequested";
                    case COMMUNICATION -> "CommunicationSent";
                    case REFERRAL -> "ReferralSent";
                    case COURT, PAYMENT, PAUSED -> "CasePaused";
                });
    }

    private static String answered(Wait wait) {
        return switch (wait) {
            case SUPPLEMENT -> "SupplementReceived";
            case COMMUNICATION -> "ResponseReceived";
            case REFERRAL -> "StatementReceived";
            case COURT, PAYMENT, PAUSED -> "CaseResumed";
        };
    }

    private static String unanswered(Wait wait) {
        return switch (wait) {
            case SUPPLEMENT, COMMUNICATION, REFERRAL -> "DeadlineMissed";
            case COURT, PAYMENT, PAUSED -> "CaseResumed";
        };
    }
}
