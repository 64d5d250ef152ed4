// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.StandIn;
import se.malbild.access.substitution.Independence;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionGuards;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.cases.decision.LetterText;
import se.malbild.cases.delegation.Delegation;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.cases.type.DecisionType;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** From proposal to signed decision, and back (föreslå, besluta, återta; FL 25, 31–32 §§). */
@Singleton
public class Deciding {
    private static final String PROPOSE = "case:propose";
    private static final String DECIDE = "case:decide";
    static final String ADOPT = "case:adopt-draft";
    static final int ALL = 10_000;

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final DecisionRepository decisions;
    private final Colleagues colleagues;
    private final DecisionRights rights;
    private final Independence independence;
    private final Deadlines deadlines;
    private final Records records;
    private final MarkedRecords marked;
    private final Letters letters;
    private final Enquiring enquiring;
    private final Conflicts conflicts;
    private final Delays delays;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    Deciding(
            CaseRepository cases,
            CaseContentRepository content,
            DecisionRepository decisions,
            Colleagues colleagues,
            DecisionRights rights,
            Independence independence,
            Deadlines deadlines,
            Records records,
            MarkedRecords marked,
            Letters letters,
            Enquiring enquiring,
            Conflicts conflicts,
            Delays delays,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.decisions = decisions;
        this.colleagues = colleagues;
        this.rights = rights;
        this.independence = independence;
        this.deadlines = deadlines;
        this.records = records;
        this.marked = marked;
        this.letters = letters;
        this.enquiring = enquiring;
        this.conflicts = conflicts;
        this.delays = delays;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /** Proposes a decision; all that its content lacks is told at once. Gives the identity of the proposal. */
    public UUID propose(
            CaseScope scope, Act act, UUID id, long expected, Decision.Content wanted, @Nullable UUID decisionMaker) {
        return transactions.in(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(PROPOSE, file);
            CaseFile next = file.proposedTo(decisionMaker);
            if (decisions.of(file.authorityId(), id).stream()
                    .anyMatch(each -> each.state() == Decision.State.PROPOSED)) {
                throw ProblemException.conflict(
                        "Det finns redan ett förslag som väntar på beslut.",
                        "A proposal is already waiting to be decided.");
            }
            requireSoundProposal(act, file, wanted, decisionMaker);
            Decision proposal = Decision.proposed(Ids.at(act.at().toEpochMilli()), id, wanted, act.userId(), act.at());
            boolean draft = !scope.covers(ADOPT, file);
            decisions.insert(file.authorityId(), draft ? proposal.asDraft() : proposal);
            events.append(CaseEvents.of(act, next, "DecisionProposed", "decision", proposal.id())
                    .withAttributes(Map.of(
                            "decisionType", wanted.decisionTypeKey(), "outcome", wanted.outcomeKey(), "draft", draft)));
            cases.update(next, null);
            return proposal.id();
        });
    }

    private void requireSoundProposal(Act act, CaseFile file, Decision.Content wanted, @Nullable UUID decisionMaker) {
        List<FieldFault> faults = new ArrayList<>(DecisionGuards.ofProposal(typeOf(file), wanted));
        faults.addAll(DecisionGuards.ofImpartiality(file, wanted));
        if (decisionMaker != null && file.conflicts().bars(decisionMaker)) {
            faults.add(DecisionGuards.barred("/decisionMakerId"));
        }
        if (decisionMaker != null) {
            colleagues
                    .outside(file, decisionMaker, act.day(), "/decisionMakerId")
                    .ifPresent(faults::add);
        }
        typeOf(file)
                .decisionType(wanted.decisionTypeKey())
                .filter(kind -> decisionMaker != null)
                .map(kind -> rights.ofPerson(
                        Objects.requireNonNull(decisionMaker), file, kind, act.day(), "/decisionMakerId"))
                .map(DecisionRights.Right::missing)
                .ifPresent(faults::add);
        List<UUID> named = new ArrayList<>(wanted.presenterIds());
        named.addAll(wanted.participantIds());
        if (!colleagues.named(file.authorityId(), named).keySet().containsAll(named)) {
            faults.add(FieldFault.of(
                    "/presenterIds", "not_found", "Alla som anges ska arbeta här.", "Everybody named must work here."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Takes a consultant's draft as one's own, so that it can be decided. */
    public void adopt(CaseScope scope, Act act, UUID id, long expected, UUID decisionId) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(ADOPT, file);
            conflicts.requireFree(file, act);
            decisions.update(file.authorityId(), find(file, decisionId).adoptedBy(act.userId()));
            events.append(CaseEvents.of(act, file, "DecisionDraftAdopted", "decision", decisionId));
            cases.update(file.touched(), null);
        });
    }

    /** Sends a proposal back to its author. */
    public void giveBack(CaseScope scope, Act act, UUID id, long expected, UUID decisionId, String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(DECIDE, file);
            Decision returned = find(file, decisionId).returned();
            decisions.update(file.authorityId(), returned);
            events.append(CaseEvents.of(act, file, "DecisionReturned", "decision", decisionId)
                    .withReason(null, reason));
            cases.update(file.proposedTo(null), null);
        });
    }

    /** Signs a proposal: its text becomes a record, whose hash is what is signed. All that stands in the way is told at once. */
    public void sign(CaseScope scope, Act act, UUID id, long expected, UUID decisionId) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(DECIDE, file);
            Decision proposal = find(file, decisionId);
            proposal.requireState(Decision.State.PROPOSED);
            DecisionType kind = kindOf(file, proposal);
            DecisionRights.Right right = rights.of(act.userId(), act.standIns(), file, kind, act.day());
            conflicts.requireFree(file, act, right.onBehalfOf());
            List<FieldFault> faults = DecisionGuards.ofSigning(
                    situation(file, act.day()), proposal, signer(file, proposal, act.userId(), right, act.day()));
            Delegation delegation = right.delegation();
            if (!faults.isEmpty() || delegation == null) {
                throw ProblemException.ruleBroken(faults);
            }
            Act signing = right.act(act);
            CaseRecord record = drawUp(signing, file, kind, proposal.content(), right.onBehalfOf());
            String sha256 = Objects.requireNonNull(record.sha256());
            Decision signed = proposal.signed(new Decision.Signature(
                    act.userId(), right.onBehalfOf(), act.at(), delegation.id(), record.id(), sha256));
            decisions.update(file.authorityId(), signed);
            settle(signing, file, kind, signed);
        });
    }

    /** What stands in the way of somebody signing the proposal on that day. */
    List<FieldFault> signingFaults(
            DecisionGuards.Situation situation, Decision proposal, UUID userId, List<StandIn> standIns, LocalDate day) {
        CaseFile file = situation.file();
        DecisionRights.Right right = rights.of(userId, standIns, file, kindOf(file, proposal), day);
        List<FieldFault> faults = new ArrayList<>();
        if (right.onBehalfOf() != null && file.conflicts().bars(right.onBehalfOf())) {
            faults.add(DecisionGuards.barred(""));
        }
        faults.addAll(DecisionGuards.ofSigning(situation, proposal, signer(file, proposal, userId, right, day)));
        return faults;
    }

    private DecisionGuards.Signer signer(
            CaseFile file, Decision proposal, UUID userId, DecisionRights.Right right, LocalDate day) {
        return new DecisionGuards.Signer(
                userId,
                right.missing(),
                independence.between(file.authorityId(), userId, proposal.proposedBy(), day)
                        && (proposal.adoption().by() == null
                                || independence.between(
                                        file.authorityId(),
                                        userId,
                                        proposal.adoption().by(),
                                        day)));
    }

    private CaseRecord drawUp(
            Act act, CaseFile file, DecisionType kind, Decision.Content said, @Nullable UUID onBehalfOf) {
        String frame = typeOf(file)
                .letter(kind.template())
                .map(letter -> letter.body().sv())
                .orElse("{{outcomeText}} SKÄL: {{reasons}} BESTÄMMELSER: {{provisions}}");
        byte[] page = LetterText.page(
                "Beslut: " + kind.name().sv(),
                LetterText.fill(frame, letters.decision(act, file, kind, said, act.userId(), onBehalfOf, act.day())));
        return records.addText(
                act,
                file,
                new Records.Wanted(
                        CaseRecord.Direction.OUT, "Beslut: " + kind.name().sv(), null, act.day(), null, null),
                Records.HTML,
                page);
    }

    private void settle(Act act, CaseFile file, DecisionType kind, Decision signed) {
        boolean last = kind.kind() == DecisionType.Kind.FINAL;
        CaseFile next =
                last ? enquiring.endAll(act, file).decidedAs(signed.content().outcomeKey(), act.at()) : file.touched();
        events.append(CaseEvents.of(act, next, "DecisionSigned", "decision", signed.id())
                .withStates(file.state().code(), next.state().code())
                .withAttributes(Map.of(
                        "decisionType",
                        kind.key(),
                        "kind",
                        kind.kind().code(),
                        "outcome",
                        signed.content().outcomeKey(),
                        "sha256",
                        Objects.requireNonNull(signed.signature()).sha256())));
        if (last) {
            delays.decided(act, next);
        }
        decisions.settled(
                file.authorityId(),
                signed.id(),
                last ? deadlines.settleByFinalDecision(act, next) : deadlines.settleByDecision(act, next, kind.key()));
        deadlines.begin(next, typeOf(file), "decided", act.day());
        cases.update(deadlines.withNextDue(next), null);
    }

    /** The signer takes back what is signed but not sent; the record that was signed stays, and a new draft may follow. */
    public void withdraw(CaseScope scope, Act act, UUID id, long expected, UUID decisionId, String reason) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(DECIDE, file);
            Decision signed = find(file, decisionId);
            Decision withdrawn = signed.withdrawn(reason);
            Decision.Signature by = Objects.requireNonNull(signed.signature());
            if (!by.decidedBy().equals(act.userId())) {
                throw ProblemException.ruleBroken(
                        "",
                        "not_the_signer",
                        "Bara den som har undertecknat beslutet kan återta det.",
                        "Only whoever signed the decision can withdraw it.");
            }
            decisions.update(file.authorityId(), withdrawn);
            DecisionType kind = kindOf(file, signed);
            CaseFile next = kind.kind() == DecisionType.Kind.FINAL ? file.undecided() : file.touched();
            deadlines.reopenAfterWithdrawal(
                    act, next, typeOf(file), decisions.settledBy(file.authorityId(), decisionId));
            events.append(CaseEvents.of(act, next, "DecisionWithdrawn", "decision", decisionId)
                    .withStates(file.state().code(), next.state().code())
                    .withReason(null, reason));
            cases.update(deadlines.withNextDue(next), null);
        });
    }

    /** What the guards look at. */
    DecisionGuards.Situation situation(CaseFile file, LocalDate day) {
        return DecisionGuards.Situation.of(
                file,
                typeOf(file),
                content.parties(file),
                marked.named(file, content.records(file, ALL)),
                enquiring.of(file),
                day);
    }

    private DecisionType kindOf(CaseFile file, Decision decision) {
        return typeOf(file).decisionType(decision.content().decisionTypeKey()).orElseThrow();
    }

    private Decision find(CaseFile file, UUID decisionId) {
        return decisions.find(file.authorityId(), file.id(), decisionId).orElseThrow(ProblemException::notFound);
    }

    private CaseType typeOf(CaseFile file) {
        return types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
    }
}
