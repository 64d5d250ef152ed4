// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentAct;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.AssessmentState;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.source.KeptJson;
import se.malbild.maturity.source.Sources;
import se.malbild.maturity.survey.Surveys;
import se.malbild.platform.Ids;
import se.malbild.platform.Sha256;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Proposes and decides levels. A person decides and writes why; nothing is computed from the sources (SCORING §2). */
@Singleton
public class LevelDecisions {
    private static final int SHORTEST_REASON = 20;

    private final LevelDecisionRepository decisions;
    private final DecidedLevels decided;
    private final Assessments assessments;
    private final MaturityModels models;
    private final Sources sources;
    private final Surveys surveys;
    private final Transactions transactions;
    private final EventWriter events;

    LevelDecisions(
            LevelDecisionRepository decisions,
            DecidedLevels decided,
            Assessments assessments,
            MaturityModels models,
            Sources sources,
            Surveys surveys,
            Transactions transactions,
            EventWriter events) {
        this.decisions = decisions;
        this.decided = decided;
        this.assessments = assessments;
        this.models = models;
        this.sources = sources;
        this.surveys = surveys;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What somebody decides or proposes.
     *
     * @param level absent with {@code notApplicable}
     * @param supersedes the decision in force that was seen; absent where there was none
     */
    public record Wanted(
            @Nullable Integer level,
            boolean notApplicable,
            String reason,
            @Nullable UUID supersedes) {}

    /** Decides the level of a criterion; an earlier decision is superseded and kept. */
    public LevelDecision decide(
            AssessmentScope scope, AssessmentAct act, UUID assessmentId, String criterion, Wanted wanted) {
        return transactions.in(() -> {
            Assessment now = assessments.lock(scope, assessmentId, AssessmentScope.DECIDE);
            requireRead(now);
            requireSound(now, criterion, wanted);
            DecidedLevels.History history = decided.history(now.authorityId(), now.id());
            LevelDecision earlier = history.inForce().get(criterion);
            if (!Objects.equals(earlier == null ? null : earlier.id(), wanted.supersedes())) {
                throw ProblemException.conflict(
                        "Någon annan har beslutat om kriteriet under tiden. Läs det beslutet först.",
                        "Somebody else has decided on the criterion meanwhile. Read that decision first.",
                        earlier == null
                                ? Map.of()
                                : Map.of("decision", earlier.id().toString()));
            }
            LevelDecision made = keep(now, act, LevelDecision.Kind.DECIDED, criterion, wanted, history.count() + 1);
            Assessment next = assessments.update(now.in(AssessmentState.DECIDING)
                    .withDecided(history.inForce().size() + (earlier == null ? 1 : 0)));
            events.append(act.event(next, "LevelDecided", attributes(made))
                    .withStates(now.state().code(), next.state().code())
                    .withReason(null, made.reason()));
            return made;
        });
    }

    /** Proposes the level of a criterion. */
    public LevelDecision propose(
            AssessmentScope scope, AssessmentAct act, UUID assessmentId, String criterion, Wanted wanted) {
        return transactions.in(() -> {
            Assessment now = assessments.lock(scope, assessmentId, AssessmentScope.PROPOSE);
            requireRead(now);
            return proposed(act, now, criterion, wanted);
        });
    }

    /** Proposes what a workshop has come to, also before the survey has closed: those in the room have read nothing of it. */
    public LevelDecision proposeInRoom(
            AssessmentScope scope, AssessmentAct act, UUID assessmentId, String criterion, Wanted wanted) {
        return transactions.in(() -> {
            Assessment now = assessments.lock(scope, assessmentId, AssessmentScope.PROPOSE);
            if (!now.state().takesProposals()) {
                throw frozen();
            }
            return proposed(act, now, criterion, wanted);
        });
    }

    private LevelDecision proposed(AssessmentAct act, Assessment now, String criterion, Wanted wanted) {
        requireSound(now, criterion, wanted);
        int seq = decided.history(now.authorityId(), now.id()).count() + 1;
        LevelDecision made = keep(now, act, LevelDecision.Kind.PROPOSED, criterion, wanted, seq);
        events.append(act.event(now, "LevelProposed", attributes(made)).withReason(null, made.reason()));
        return made;
    }

    private static Map<String, Object> attributes(LevelDecision made) {
        return Map.of(
                "criterion",
                made.criterion(),
                "level",
                made.level() == null ? "not_applicable" : made.level(),
                "decision",
                made.id().toString());
    }

    private LevelDecision keep(
            Assessment assessment,
            AssessmentAct act,
            LevelDecision.Kind kind,
            String criterion,
            Wanted wanted,
            int seq) {
        MaturityModel model = assessment.model(models);
        String seen = KeptJson.write(Objects.requireNonNull(sources.of(assessment, model, surveys.of(assessment), null)
                .criteria()
                .get(criterion)));
        LevelDecision made = new LevelDecision(
                Ids.at(act.at().toEpochMilli()),
                assessment.authorityId(),
                assessment.id(),
                seq,
                kind,
                criterion,
                wanted.notApplicable() ? null : wanted.level(),
                wanted.reason().strip(),
                act.userId(),
                act.at(),
                Sha256.hex(seen));
        decisions.insert(made, seen);
        return made;
    }

    private static ProblemException frozen() {
        return ProblemException.conflict(
                "Nulägesbilden är beslutad och kan inte ändras.", "The assessment is decided and cannot change.");
    }

    private static void requireRead(Assessment assessment) {
        if (!assessment.state().takesDecisions()) {
            throw assessment.state() == AssessmentState.DECIDED
                    ? frozen()
                    : ProblemException.conflict(
                            "Stäng enkäten först. Nivåer beslutas när svaren går att läsa.",
                            "Close the survey first. Levels are decided when the answers can be read.");
        }
    }

    private void requireSound(Assessment assessment, String code, Wanted wanted) {
        Criterion criterion = assessment.model(models).criterion(code).orElseThrow(ProblemException::notFound);
        List<FieldFault> faults = new ArrayList<>();
        Integer level = wanted.level();
        if (wanted.notApplicable() ? level != null : level == null || !criterion.defines(level)) {
            faults.add(FieldFault.of(
                    "/level",
                    "not_a_level",
                    "Välj en av kriteriets nivåer, eller att det inte är tillämpligt.",
                    "Choose one of the criterion's levels, or that it does not apply."));
        }
        if (wanted.reason().strip().length() < SHORTEST_REASON) {
            faults.add(FieldFault.of(
                    "/reason",
                    "too_short",
                    "Skriv varför, med minst 20 tecken.",
                    "Write why, in at least 20 characters."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Freezes the assessment when every criterion has its decision. */
    public Assessment complete(AssessmentScope scope, AssessmentAct act, UUID assessmentId, long expected) {
        return transactions.in(() -> {
            Assessment now = assessments.lock(scope, assessmentId, AssessmentScope.DECIDE, expected);
            if (now.state() != AssessmentState.DECIDING) {
                throw ProblemException.conflict(
                        "Det finns inga beslut att fastställa.", "There are no decisions to finish with.");
            }
            Map<String, LevelDecision> inForce =
                    decided.history(now.authorityId(), now.id()).inForce();
            List<FieldFault> missing = now.model(models).criteria().stream()
                    .filter(each -> !inForce.containsKey(each.code()))
                    .map(each -> FieldFault.of(
                            "/criteria/" + each.code(),
                            "undecided",
                            "%s är inte beslutad.".formatted(each.code()),
                            "%s is not decided.".formatted(each.code())))
                    .toList();
            if (!missing.isEmpty()) {
                throw ProblemException.ruleBroken(missing);
            }
            Assessment done = assessments.update(now.in(AssessmentState.DECIDED));
            events.append(act.event(done, "AssessmentDecided", Map.of("criteria", inForce.size()))
                    .withStates(now.state().code(), done.state().code()));
            return done;
        });
    }

    /** A decision with the sources as they were seen then. */
    public record Detail(Assessment assessment, LevelDecision decision, CriterionSources sources) {}

    /** The decision or proposal of that identity; 404 where there is none. */
    public Detail get(AssessmentScope scope, UUID assessmentId, UUID id) {
        Assessment assessment = assessments.get(scope, assessmentId);
        LevelDecision found =
                decisions.find(assessment.authorityId(), assessmentId, id).orElseThrow(ProblemException::notFound);
        return new Detail(
                assessment,
                found,
                KeptJson.read(decisions.sources(assessment.authorityId(), id), CriterionSources.class));
    }
}
