// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.conflict.ConflictDeclaration;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.cases.outside.Enquiry;
import se.malbild.cases.outside.Recipient;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/**
 * Loads cases that have already happened, act by act with the instants they happened at, by the same rules and the same events as a
 * request. When they were logged stays the truth: now. Serials follow the order of loading, so load by time of registration.
 */
@Singleton
public class CaseHistory {
    private static final int ALL = 10_000;

    private final Registration registration;
    private final CaseHandling handling;
    private final Waiting waiting;
    private final Enquiring enquiring;
    private final CaseContentRepository content;
    private final Conflicts conflicts;
    private final Dispatching dispatching;
    private final Deciding deciding;
    private final Closing closing;
    private final CaseReading reading;
    private final DecisionRepository decisions;
    private final Transactions transactions;

    CaseHistory(
            Registration registration,
            CaseHandling handling,
            Waiting waiting,
            Enquiring enquiring,
            CaseContentRepository content,
            Conflicts conflicts,
            Dispatching dispatching,
            Deciding deciding,
            Closing closing,
            CaseReading reading,
            DecisionRepository decisions,
            Transactions transactions) {
        this.registration = registration;
        this.handling = handling;
        this.waiting = waiting;
        this.enquiring = enquiring;
        this.content = content;
        this.conflicts = conflicts;
        this.dispatching = dispatching;
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

    /** Something asked of parties: a supplement, formal or not, or their view of all records so far. */
    public record Asked(Act act, Enquiry.Kind kind, String asked, LocalDate due) implements Step {}

    /** A referral to several bodies. */
    public record Referred(Act act, String question, List<String> bodies, LocalDate due) implements Step {}

    /** The first recipient still waited for has answered. */
    public record Answered(Act act, Enquiry.Kind kind) implements Step {}

    /** A conflict of interest declared by whoever acts. */
    public record ConflictDeclared(Act act, ConflictDeclaration.Ground ground, String note) implements Step {}

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
            UUID id = registration.register(scope, registered, wanted).id();
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
            case WaitBegun done -> begin(scope, id, now, done);
            case WaitEnded done -> end(scope, id, done);
            case Asked done ->
                enquiring.askParties(
                        scope,
                        done.act(),
                        id,
                        now,
                        question(reading.get(scope, id), done.kind(), done.asked(), done.due()),
                        null);
            case Referred done ->
                enquiring.refer(
                        scope,
                        done.act(),
                        id,
                        now,
                        question(reading.get(scope, id), Enquiry.Kind.REFERRAL, done.question(), done.due()),
                        done.bodies().stream()
                                .map(each -> new Enquiring.Body(each, null))
                                .toList());
            case Answered done -> answer(scope, id, done);
            case ConflictDeclared done -> conflicts.declare(scope, done.act(), id, now, done.ground(), done.note());
            case Proposed done -> deciding.propose(scope, done.act(), id, now, done.content(), done.decisionMakerId());
            case Returned done ->
                deciding.giveBack(
                        scope, done.act(), id, now, decision(scope, id, Decision.State.PROPOSED), done.reason());
            case Signed done -> deciding.sign(scope, done.act(), id, now, decision(scope, id, Decision.State.PROPOSED));
            case Dispatched done ->
                dispatching.dispatch(
                        scope,
                        done.act(),
                        id,
                        now,
                        decision(scope, id, Decision.State.SIGNED),
                        new Dispatching.Wanted(done.channel(), Map.of(), null));
            case Closed done -> closing.close(scope, done.act(), id, now, done.reason(), LooseEnds.Choices.KEEP_ALL);
        }
    }

    private void begin(CaseScope scope, UUID id, long now, WaitBegun done) {
        CaseFile file = reading.get(scope, id);
        switch (done.kind()) {
            case SUPPLEMENT ->
                enquiring.askParties(
                        scope,
                        done.act(),
                        id,
                        now,
                        question(file, Enquiry.Kind.SUPPLEMENT, done.asked(), done.due()),
                        null);
            case COMMUNICATION -> {
                if (content.parties(file).isEmpty()) {
                    enquiring.refer(
                            scope,
                            done.act(),
                            id,
                            now,
                            question(file, Enquiry.Kind.COMMUNICATION, done.asked(), done.due()),
                            List.of(new Enquiring.Body("Den som berörs", null)));
                    return;
                }
                enquiring.askParties(
                        scope,
                        done.act(),
                        id,
                        now,
                        question(file, Enquiry.Kind.COMMUNICATION, done.asked(), done.due()),
                        null);
            }
            case REFERRAL ->
                enquiring.refer(
                        scope,
                        done.act(),
                        id,
                        now,
                        question(file, Enquiry.Kind.REFERRAL, done.asked(), done.due()),
                        List.of(new Enquiring.Body("Remissinstansen", null)));
            case COURT, PAYMENT, PAUSED ->
                waiting.begin(scope, done.act(), id, now, done.kind(), done.asked(), done.due());
        }
    }

    /** A question as it was put: with the records the case held, also where its last day was no workday. */
    private Enquiring.Question question(CaseFile file, Enquiry.Kind kind, String asked, LocalDate due) {
        List<UUID> shown = kind.waitBegun() == Wait.SUPPLEMENT
                ? List.of()
                : content.records(file, ALL).stream()
                        .filter(each -> each.direction() != CaseRecord.Direction.OUT)
                        .map(CaseRecord::id)
                        .toList();
        String consequence = kind == Enquiry.Kind.INJUNCTION
                ? "Om du inte skickar in det vi begär i tid kan vi avvisa din framställning."
                : null;
        return new Enquiring.Question(kind, asked, consequence, due, true, new Enquiry.Material(shown, List.of()));
    }

    private void end(CaseScope scope, UUID id, WaitEnded done) {
        switch (done.kind()) {
            case SUPPLEMENT, COMMUNICATION, REFERRAL -> settle(scope, id, done);
            case COURT, PAYMENT, PAUSED ->
                waiting.end(
                        scope, done.act(), id, reading.get(scope, id).version(), done.kind(), done.received(), null);
        }
    }

    private void settle(CaseScope scope, UUID id, WaitEnded done) {
        CaseFile file = reading.get(scope, id);
        Enquiry asked = enquiring.of(file).stream()
                .filter(each -> each.open() && each.kind().waitBegun() == done.kind())
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        UUID answer = content.records(file, ALL).stream()
                .filter(each -> each.direction() == CaseRecord.Direction.IN
                        && !each.createdAt().isBefore(asked.sentAt()))
                .reduce((first, last) -> last)
                .map(CaseRecord::id)
                .orElse(null);
        Recipient.State state = done.received()
                ? Recipient.State.ANSWERED
                : asked.timeIsOver(done.act().day()) ? Recipient.State.TIMED_OUT : Recipient.State.WAIVED;
        asked.waiting()
                .forEach(each -> enquiring.settle(
                        scope,
                        done.act(),
                        id,
                        reading.get(scope, id).version(),
                        asked.id(),
                        each.id(),
                        new Enquiring.Outcome(
                                state,
                                state == Recipient.State.WAIVED ? "Svaret behövs inte längre." : null,
                                answer,
                                null,
                                null,
                                null,
                                null)));
    }

    private void answer(CaseScope scope, UUID id, Answered done) {
        CaseFile file = reading.get(scope, id);
        Enquiry asked = enquiring.of(file).stream()
                .filter(each -> each.open() && each.kind() == done.kind())
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        enquiring.settle(
                scope,
                done.act(),
                id,
                file.version(),
                asked.id(),
                asked.waiting().findFirst().orElseThrow().id(),
                new Enquiring.Outcome(Recipient.State.ANSWERED, null, null, null, null, null, Channel.EMAIL));
    }

    private UUID decision(CaseScope scope, UUID id, Decision.State state) {
        return decisions.of(scope.authorityId(), id).stream()
                .filter(each -> each.state() == state)
                .findFirst()
                .map(Decision::id)
                .orElseThrow(ProblemException::notFound);
    }
}
