// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.decision.Decision;
import se.malbild.cases.decision.DecisionRepository;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Sha256;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Lets a running case follow a newer version of its type (CASES §3, migrateTypeVersion): shown first, then done exactly as shown. A case
 * keeps the version it was registered under until somebody does this.
 */
@Singleton
public class TypeMigration {
    private static final String MIGRATE = "case:migrate-type";

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final DecisionRepository decisions;
    private final Deadlines deadlines;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    TypeMigration(
            CaseRepository cases,
            CaseContentRepository content,
            DecisionRepository decisions,
            Deadlines deadlines,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What would be done.
     *
     * @param token bound to exactly this outcome on exactly this version of the case
     */
    public record Preview(CaseFile file, CaseType to, TypeChange change, List<FieldFault> hindrances, String token) {}

    /** What following another version would mean; the one in force on {@code day} where none is named. */
    public Preview preview(CaseScope scope, UUID caseId, @Nullable Integer toVersion, LocalDate day) {
        CaseFile file = cases.find(scope, caseId).orElseThrow(ProblemException::notFound);
        requireReach(scope, file);
        return preview(file, toVersion, day);
    }

    /** A conflict of interest of one's own that is not ruled on gives 403, a case whose content one may not see 404. */
    private static void requireReach(CaseScope scope, CaseFile file) {
        scope.require(MIGRATE, file);
        if (!scope.seesContent(file)) {
            throw ProblemException.notFound();
        }
    }

    private Preview preview(CaseFile file, @Nullable Integer toVersion, LocalDate day) {
        CaseType from = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
        CaseType to = target(file, toVersion, day);
        TypeChange change = TypeChanges.of(file, from, to, content.deadlines(file), content.documentKeys(file));
        List<FieldFault> hindrances = hindrances(file, to);
        return new Preview(file, to, change, hindrances, token(file, to, change, hindrances));
    }

    private CaseType target(CaseFile file, @Nullable Integer toVersion, LocalDate day) {
        CaseTypes.Version found = toVersion == null
                ? types.inForce(file.authorityId(), file.caseTypeId(), day)
                        .orElseThrow(() -> notAnOption(
                                "Ärendetypen har ingen version i kraft.", "The case type has no version in force."))
                : types.versions(file.authorityId(), file.caseTypeId()).stream()
                        .filter(each -> each.row().version() == toVersion)
                        .findFirst()
                        .orElseThrow(() -> notAnOption("Det finns ingen sådan version.", "There is no such version."));
        if (!found.status().equals("published")) {
            throw notAnOption("Välj en publicerad version.", "Choose a published version.");
        }
        if (found.row().version() <= file.caseTypeVersion()) {
            throw notAnOption(
                    "Ärendet följer redan den versionen eller en nyare.",
                    "The case already follows that version or a newer one.");
        }
        return found.type();
    }

    private static ProblemException notAnOption(String sv, String en) {
        return ProblemException.ruleBroken("/toVersion", "not_an_option", sv, en);
    }

    private List<FieldFault> hindrances(CaseFile file, CaseType to) {
        if (!isUndecided(file)) {
            return List.of(FieldFault.of(
                    "/state",
                    "decided",
                    "Ett ärende som är avgjort behåller sin version.",
                    "A case that is decided keeps its version."));
        }
        return decisions.of(file.authorityId(), file.id()).stream()
                .filter(each -> each.state() == Decision.State.PROPOSED)
                .filter(each -> to.decisionType(each.content().decisionTypeKey())
                        .flatMap(kind -> kind.outcome(each.content().outcomeKey()))
                        .isEmpty())
                .map(each -> FieldFault.of(
                        "/decisions/" + each.id(),
                        "proposal_unknown",
                        "Det föreslagna beslutet finns inte i den nya versionen. Sänd tillbaka förslaget först.",
                        "The proposed decision is not in the new version. Return the proposal first."))
                .toList();
    }

    /** Whether the reader may let the case follow a newer version of its type, if there is one. */
    static boolean mayMigrate(CaseScope scope, CaseFile file) {
        return isUndecided(file) && scope.covers(MIGRATE, file) && scope.seesContent(file);
    }

    private static boolean isUndecided(CaseFile file) {
        return file.state() == CaseState.REGISTERED
                || file.state() == CaseState.ASSIGNED
                || file.state() == CaseState.IN_PROGRESS;
    }

    /** Does what the preview of that token showed; 409 where the outcome would be another. Gives the case as it is then. */
    public CaseFile migrate(
            CaseScope scope, Act act, UUID caseId, long expected, int toVersion, String token, String reason) {
        return transactions.in(() -> {
            CaseFile file = cases.lock(scope, caseId);
            requireReach(scope, file);
            file.requireVersion(expected);
            Preview preview = preview(file, toVersion, act.day());
            if (!preview.hindrances().isEmpty()) {
                FieldFault first = preview.hindrances().getFirst();
                throw ProblemException.conflict(
                        first.message().sv(), first.message().en());
            }
            if (!preview.token().equals(token)) {
                throw ProblemException.conflict(
                        "Utfallet har ändrats sedan förhandsvisningen. Titta på det igen innan du bekräftar.",
                        "The outcome has changed since the preview. Look at it again before you confirm.");
            }
            return follow(act, file, preview, reason);
        });
    }

    private CaseFile follow(Act act, CaseFile file, Preview preview, String reason) {
        TypeChange change = preview.change();
        cases.follow(file, preview.to().version(), change.formData());
        CaseFile next = cases.find(CaseScope.ofWholeAuthority(file.authorityId()), file.id())
                .orElseThrow()
                .touched();
        content.updateDeadlines(
                file.authorityId(),
                change.deadlines().stream()
                        .filter(TypeChange.DeadlineChange::ends)
                        .map(each -> each.requiredBefore().cancelled(act.day()))
                        .toList());
        content.insertDeadlines(
                file.authorityId(),
                change.deadlines().stream()
                        .filter(TypeChange.DeadlineChange::begins)
                        .map(TypeChange.DeadlineChange::requiredAfter)
                        .toList());
        events.append(CaseEvents.of(act, next, "TypeVersionMigrated")
                .withReason(null, reason)
                .withAttributes(attributes(file, preview)));
        change.deadlines().forEach(each -> tell(act, next, each));
        CaseFile due = deadlines.withNextDue(next);
        cases.update(due, null);
        return due;
    }

    private static Map<String, Object> attributes(CaseFile file, Preview preview) {
        Map<String, Object> values = new HashMap<>();
        values.put("fromVersion", file.caseTypeVersion());
        values.put("toVersion", preview.to().version());
        values.put(
                "lostFields",
                preview.change().losses().stream().map(TypeChange.Loss::key).toList());
        values.put(
                "endedDeadlines",
                preview.change().deadlines().stream()
                        .filter(each -> each.kind() == TypeChange.Kind.REMOVED)
                        .map(each -> each.requiredBefore().kind())
                        .toList());
        return values;
    }

    private void tell(Act act, CaseFile file, TypeChange.DeadlineChange change) {
        if (change.kind() == TypeChange.Kind.MOVED) {
            long days = java.time.temporal.ChronoUnit.DAYS.between(
                    change.requiredBefore().dueDate(), change.requiredAfter().dueDate());
            events.append(CaseEvents.of(
                            act,
                            file,
                            "DeadlineMoved",
                            "deadline",
                            change.requiredAfter().id())
                    .withAttributes(Map.of("kind", change.requiredAfter().kind(), "days", days)));
        } else if (change.kind() == TypeChange.Kind.ADDED) {
            events.append(CaseEvents.of(
                            act,
                            file,
                            "DeadlineSet",
                            "deadline",
                            change.requiredAfter().id())
                    .withAttributes(Map.of("kind", change.requiredAfter().kind())));
        }
    }

    /** Everything the outcome consists of, hashed: whatever changes it changes the token. */
    private static String token(CaseFile file, CaseType to, TypeChange change, List<FieldFault> hindrances) {
        StringBuilder bound = new StringBuilder()
                .append(file.id())
                .append('\n')
                .append(file.version())
                .append('\n')
                .append(file.caseTypeVersion())
                .append('→')
                .append(to.version())
                .append('\n')
                .append(change.formData());
        change.losses().forEach(each -> bound.append('\n').append(each));
        change.required().forEach(each -> bound.append('\n').append(each));
        change.documents().forEach(each -> bound.append('\n').append(each));
        change.deadlines().forEach(each -> bound.append('\n').append(each.summary()));
        hindrances.forEach(each -> bound.append('\n').append(each.code()));
        return Sha256.hex(bound.toString());
    }
}
