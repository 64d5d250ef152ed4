// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.conflict.ConflictDeclaration;
import se.malbild.cases.conflict.ConflictRepository;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Declares conflicts of interest and rules on them (jäv, FL 16–18 §§). */
@Singleton
public class Conflicts {
    private static final String DECLARE = "case:declare-conflict";

    private final CaseRepository cases;
    private final ConflictRepository conflicts;
    private final Transactions transactions;
    private final EventWriter events;

    Conflicts(CaseRepository cases, ConflictRepository conflicts, Transactions transactions, EventWriter events) {
        this.cases = cases;
        this.conflicts = conflicts;
        this.transactions = transactions;
        this.events = events;
    }

    /** Tells of a conflict of one's own; from now on the case is closed to the person until somebody has ruled on it. */
    public void declare(
            CaseScope scope, Act act, UUID id, long expected, ConflictDeclaration.Ground ground, String note) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            if (file.conflicts().awaitsRulingOf(act.userId())) {
                throw ProblemException.conflict("Du har redan anmält jäv.", "You have declared a conflict already.");
            }
            scope.require(DECLARE, file);
            ConflictDeclaration declared = new ConflictDeclaration(
                    Ids.at(act.at().toEpochMilli()), id, act.userId(), ground, note, act.at(), null);
            conflicts.insert(file.authorityId(), declared);
            events.append(CaseEvents.of(act, file, "ConflictDeclared", "conflict", declared.id())
                    .withReason(ground.code(), null));
            cases.update(file.withConflicts(file.conflicts().declaredBy(act.userId())), null);
        });
    }

    /**
     * Rules on a declared conflict; never the person. Upheld: the case ceases to exist for the person, and goes back to the queue of the
     * unit if it was the person's.
     */
    public void rule(
            CaseScope scope,
            Act act,
            UUID id,
            long expected,
            UUID conflictId,
            ConflictDeclaration.Ruling ruling,
            String reason,
            @Nullable LocalDate expiresOn) {
        transactions.run(() -> {
            CaseFile file = cases.lock(scope, id).requireVersion(expected);
            scope.require(CaseScope.RULE_CONFLICT, file);
            ConflictDeclaration declared = conflicts.of(file.authorityId(), id).stream()
                    .filter(each -> each.id().equals(conflictId))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            requireSound(act, declared, ruling, expiresOn);
            LocalDate until = ruling == ConflictDeclaration.Ruling.OBVIOUS_DISREGARD ? expiresOn : null;
            conflicts.rule(
                    file.authorityId(),
                    conflictId,
                    new ConflictDeclaration.Ruled(ruling, act.userId(), act.at(), reason, until));
            CaseFile next = file.withConflicts(
                    file.conflicts().ruled(declared.userId(), ruling == ConflictDeclaration.Ruling.UPHELD));
            events.append(CaseEvents.of(act, next, "ConflictRuled", "conflict", conflictId)
                    .withReason(ruling.code(), reason));
            if (file.officerId() != null && next.officerId() == null) {
                events.append(CaseEvents.of(act, next, "CaseReturned")
                        .withStates(file.state().code(), next.state().code())
                        .withReason("conflict_of_interest", null)
                        .withAttributes(Map.of("ruling", ruling.code())));
            }
            cases.update(next, null);
        });
    }

    private static void requireSound(
            Act act, ConflictDeclaration declared, ConflictDeclaration.Ruling ruling, @Nullable LocalDate expiresOn) {
        if (declared.userId().equals(act.userId())) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Den som frågan gäller får inte pröva den (18 § förvaltningslagen).",
                    "Whom it concerns may not rule on it (section 18, Administrative Procedure Act).");
        }
        if (!declared.pending()) {
            throw ProblemException.conflict("Frågan är redan prövad.", "It has been ruled on already.");
        }
        if (ruling == ConflictDeclaration.Ruling.OBVIOUS_DISREGARD
                && (expiresOn == null || expiresOn.isBefore(act.day()))) {
            throw ProblemException.ruleBroken(
                    "/expiresOn",
                    "required",
                    "Ange till och med vilken dag jävet kan bortses från.",
                    "Say until which day the conflict may be disregarded.");
        }
    }

    /** 403 if a conflict keeps the person from acting on that day: not ruled on, or disregarded only until an earlier day. */
    void requireFree(CaseFile file, Act act) {
        requireFree(file, act, null);
    }

    /** As above, and if a conflict keeps the one from it whom the person acts for: what that one may not, the substitute may not for them. */
    void requireFree(CaseFile file, Act act, @Nullable UUID onBehalfOf) {
        List<ConflictDeclaration> all = conflicts.of(file.authorityId(), file.id());
        if (barred(file, all, act.userId(), act.day())
                || onBehalfOf != null && barred(file, all, onBehalfOf, act.day())) {
            throw ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    onBehalfOf == null
                            ? "En jävsfråga hindrar dig i ärendet (17 § förvaltningslagen)."
                            : "En jävsfråga hindrar dig, eller den du är vikarie för, i ärendet (17 § förvaltningslagen).",
                    onBehalfOf == null
                            ? "A conflict of interest keeps you from the case (section 17, Administrative Procedure Act)."
                            : "A conflict of interest keeps you, or the one you substitute for, from the case (section 17, Administrative Procedure Act).");
        }
    }

    /** By the marks of the case, or by a disregard whose last day has passed and that has not been noticed yet. */
    private static boolean barred(CaseFile file, List<ConflictDeclaration> newestFirst, UUID user, LocalDate day) {
        return newestOf(newestFirst, user)
                .filter(each -> each.barsOn(day))
                .filter(each -> file.conflicts().bars(user)
                        || each.ruled() != null
                                && each.ruled().ruling() == ConflictDeclaration.Ruling.OBVIOUS_DISREGARD)
                .isPresent();
    }

    /** The person's declaration that counts: a later one, and how it was ruled on, takes the place of those before it. */
    static Optional<ConflictDeclaration> newestOf(List<ConflictDeclaration> newestFirst, UUID user) {
        return newestFirst.stream().filter(each -> each.userId().equals(user)).findFirst();
    }

    /** Declarations of a case, newest first. */
    List<ConflictDeclaration> of(CaseFile file) {
        return conflicts.of(file.authorityId(), file.id());
    }
}
