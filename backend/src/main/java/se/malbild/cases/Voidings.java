// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.substitution.Independence;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Voids what was registered by mistake, by two persons. The number stays in its series, the row in the register. */
@Singleton
public class Voidings {
    static final String VOID = "case:void";

    private final VoidingRepository voidings;
    private final CaseRepository cases;
    private final CaseTypes types;
    private final Deadlines deadlines;
    private final Independence independence;
    private final Transactions transactions;
    private final EventWriter events;

    Voidings(
            VoidingRepository voidings,
            CaseRepository cases,
            CaseTypes types,
            Deadlines deadlines,
            Independence independence,
            Transactions transactions,
            EventWriter events) {
        this.voidings = voidings;
        this.cases = cases;
        this.types = types;
        this.deadlines = deadlines;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
    }

    /** A proposal and the case it is about. */
    public record OfCase(Voiding voiding, CaseFile file) {}

    /** Proposes to void the registration; only one proposal waits at a time. */
    public OfCase propose(CaseScope scope, Act act, UUID caseId, long expected, String reason) {
        return transactions.in(() -> {
            CaseFile file = locked(scope, caseId).requireVersion(expected);
            file.requireState("makulera", "void", CaseState.REGISTERED, CaseState.ASSIGNED);
            if (voidings.waits(file)) {
                throw ProblemException.conflict(
                        "Ett förslag om makulering väntar redan.", "A proposal to void already waits.");
            }
            Voiding proposed = new Voiding(
                    Ids.next(),
                    file.authorityId(),
                    caseId,
                    reason,
                    Voiding.State.PROPOSED,
                    act.userId(),
                    act.at(),
                    null,
                    null);
            voidings.insert(proposed);
            events.append(CaseEvents.of(act, file, "CaseVoidingProposed", "voiding", proposed.id())
                    .withReason(null, reason));
            return new OfCase(proposed, file);
        });
    }

    /** Voids the registration; by somebody else than the proposer. */
    public OfCase confirm(CaseScope scope, Act act, UUID id) {
        return transactions.in(() -> {
            Voiding found = voidings.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            CaseFile file = locked(scope, found.caseId());
            Voiding confirmed =
                    found.confirmedBy(act.userId(), independence.boundTo(file.authorityId(), act.userId()), act.at());
            CaseFile voided = file.voided();
            deadlines.cancelAll(act, voided);
            CaseType type = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
            cases.update(deadlines.withNextDue(voided), act.day().plusMonths(type.webMonthsAfterClose()));
            voidings.update(confirmed);
            events.append(CaseEvents.of(act, voided, "CaseVoided", "voiding", id)
                    .withStates(file.state().code(), voided.state().code())
                    .withReason(null, confirmed.reason()));
            return new OfCase(confirmed, voided);
        });
    }

    /** The registration stands. */
    public OfCase refuse(CaseScope scope, Act act, UUID id, String reason) {
        return transactions.in(() -> {
            Voiding found = voidings.find(scope.authorityId(), id).orElseThrow(ProblemException::notFound);
            CaseFile file = locked(scope, found.caseId());
            Voiding refused = found.refusedBy(act.userId(), act.at());
            voidings.update(refused);
            events.append(CaseEvents.of(act, file, "CaseVoidingRefused", "voiding", id)
                    .withReason(null, reason));
            return new OfCase(refused, file);
        });
    }

    /** Proposals in a state, newest first, on cases the reader may void. */
    public List<OfCase> page(
            CaseScope scope, Voiding.State state, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return voidings.page(scope, state, before, beforeId, limit).stream()
                .flatMap(voiding -> cases.find(scope, voiding.caseId()).stream().map(file -> new OfCase(voiding, file)))
                .toList();
    }

    /** 404 where the case may not be known of, 403 where it is another unit's. */
    private CaseFile locked(CaseScope scope, UUID caseId) {
        CaseFile file = cases.lock(scope, caseId);
        scope.require(VOID, file);
        if (!scope.coversUnit(VOID, file.unitId())) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED, "Ärendet hör till en annan enhet.", "The case belongs to another unit.");
        }
        return file;
    }
}
