// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/**
 * Loads cases that have already happened, act by act with the instants they happened at, by the same rules and the same events as a
 * request. When they were logged stays the truth: now. Serials follow the order of loading, so load by time of registration.
 */
@Singleton
public class CaseHistory {
    private final Registration registration;
    private final CaseHandling handling;
    private final Waiting waiting;
    private final Deciding deciding;
    private final Closing closing;
    private final CaseReading reading;
    private final DecisionRepository decisions;
    private final Transactions transactions;

    CaseHistory(
            Registration registration,
            CaseHandling handling,
            Waiting waiting,
            Deciding deciding,
            Closing closing,
            CaseReading reading,
            DecisionRepository decisions,
            Transactions transactions) {
        this.registration = registration;
        this.handling = handling;
        this.waiting = waiting;
        this.deciding = deciding;
        this.closing = closing;
        this.reading = reading;
        this.decisions = decisions;
        this.transactions = transactions;
    }

    /** An act on a case, by somebody at an instant. */
    public sealed interface Step {
        Act act();
    }

    /** Assigned, reassigned or, without officer, returned; a reason is needed when it changes hands. */
    public record Assigned(
            Act act,
            UUID unitId,
            @Nullable UUID officerId,
            @Nullable String reason) implements Step {}

    /** Handling begun by its officer. */
    public record Started(Act act) implements Step {}

    /** A note to the file. */
    public record Noted(Act act, String text, boolean addsFacts) implements Step {}

    /** A record registered. */
    public record RecordAdded(Act act, CaseHandling.WantedRecord record) implements Step {}

    /** A wait begun: supplement, communication, referral … */
    public record WaitBegun(Act act, Wait kind, String asked, LocalDate due) implements Step {}

    /** A wait ended. */
    public record WaitEnded(Act act, Wait kind, boolean received) implements Step {}

    /** A decision proposed. */
    public record Proposed(
            Act act, Decision.Content content, @Nullable UUID decisionMakerId) implements Step {}

    /** The proposal sent back. */
    public record Returned(Act act, String reason) implements Step {}

    /** The proposal signed. */
    public record Signed(Act act) implements Step {}

    /** The signed decision sent. */
    public record Dispatched(Act act, Channel channel) implements Step {}

    /** Closed. */
    public record Closed(Act act, @Nullable String reason) implements Step {}

    /** Registers a case and takes it through its acts, all in one transaction; gives its identity. */
    public UUID load(UUID authorityId, Act registered, Registration.Wanted wanted, List<Step> steps) {
        CaseScope scope = CaseScope.ofWholeAuthority(authorityId);
        return transactions.in(() -> {
            UUID id = registration.register(scope, registered, wanted);
            steps.forEach(step -> take(scope, id, step));
            return id;
        });
    }

    private void take(CaseScope scope, UUID id, Step step) {
        long now = reading.get(scope, id).version();
        switch (step) {
            case Assigned done ->
                handling.assign(scope, done.act(), id, now, done.unitId(), done.officerId(), done.reason());
            case Started done -> handling.start(scope, done.act(), id, now);
            case Noted done -> handling.note(scope, done.act(), id, now, done.text(), done.addsFacts());
            case RecordAdded done -> handling.addRecord(scope, done.act(), id, now, done.record());
            case WaitBegun done -> waiting.begin(scope, done.act(), id, now, done.kind(), done.asked(), done.due());
            case WaitEnded done -> waiting.end(scope, done.act(), id, now, done.kind(), done.received(), null);
            case Proposed done -> deciding.propose(scope, done.act(), id, now, done.content(), done.decisionMakerId());
            case Returned done ->
                deciding.giveBack(
                        scope, done.act(), id, now, decision(scope, id, Decision.State.PROPOSED), done.reason());
            case Signed done -> deciding.sign(scope, done.act(), id, now, decision(scope, id, Decision.State.PROPOSED));
            case Dispatched done ->
                deciding.dispatch(
                        scope, done.act(), id, now, decision(scope, id, Decision.State.SIGNED), done.channel());
            case Closed done -> closing.close(scope, done.act(), id, now, done.reason());
        }
    }

    private UUID decision(CaseScope scope, UUID id, Decision.State state) {
        return decisions.of(scope.authorityId(), id).stream()
                .filter(each -> each.state() == state)
                .findFirst()
                .map(Decision::id)
                .orElseThrow(ProblemException::notFound);
    }
}
