// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.Users;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.Processes;
import se.malbild.maturity.answers.RoleGap;
import se.malbild.maturity.decision.DecidedLevels;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.placement.JointPlacement;
import se.malbild.maturity.source.AssessmentSources;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.source.Sources;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.survey.Surveys;
import se.malbild.maturity.workshop.WorkshopRatings;
import se.malbild.platform.problem.ProblemException;

/** Puts the scorecard together. */
@Singleton
class Scorecards {
    private static final int DEFAULT_MIN_COUNT = 30;

    private final Assessments assessments;
    private final MaturityModels models;
    private final Surveys surveys;
    private final Sources sources;
    private final DecidedLevels decided;
    private final WorkshopRatings workshops;
    private final Units units;
    private final Processes processes;
    private final Users users;

    Scorecards(
            Assessments assessments,
            MaturityModels models,
            Surveys surveys,
            Sources sources,
            DecidedLevels decided,
            WorkshopRatings workshops,
            Units units,
            Processes processes,
            Users users) {
        this.assessments = assessments;
        this.models = models;
        this.surveys = surveys;
        this.sources = sources;
        this.decided = decided;
        this.workshops = workshops;
        this.units = units;
        this.processes = processes;
        this.users = users;
    }

    /**
     * The scorecard; 404 out of scope.
     *
     * @param part only answers of those who said that they belong to that unit below the assessed one, or to one below it; absent = all
     */
    Scorecard of(AssessmentScope scope, UUID id, @Nullable UUID part) {
        Assessment assessment = assessments.get(scope, id);
        MaturityModel model = assessment.model(models);
        List<Unit> parts = assessments.partsOf(assessment);
        if (part != null && parts.stream().noneMatch(unit -> unit.id().equals(part))) {
            throw ProblemException.notFound();
        }
        Optional<Survey> survey = surveys.of(assessment);
        AssessmentSources found = sources.of(assessment, model, survey, part);
        DecidedLevels.History history = decided.history(assessment.authorityId(), id);
        // People in a room are asked for the whole of it, not for the part they belong to.
        Map<String, List<WorkshopRatings.Held>> held =
                part == null ? workshops.of(assessment.authorityId(), id) : Map.of();
        List<Scorecard.Card> cards = model.criteria().stream()
                .map(criterion -> card(criterion, found, history, held.getOrDefault(criterion.code(), List.of())))
                .toList();
        int minCount = model.indicators().stream()
                .filter(each -> each.code().equals("I04"))
                .findFirst()
                .map(Indicator::minCount)
                .orElse(DEFAULT_MIN_COUNT);
        return new Scorecard(
                assessment,
                model,
                units.get(assessment.authorityId(), part == null ? assessment.unitId() : part),
                processes.name(assessment),
                parts,
                survey,
                found,
                cards,
                model.nyttogap(history.levels()),
                MeasuredGap.of(found.measurement(), minCount),
                largestGap(cards),
                history,
                people(assessment.authorityId(), history, found));
    }

    private static Scorecard.Card card(
            Criterion criterion,
            AssessmentSources found,
            DecidedLevels.History history,
            List<WorkshopRatings.Held> held) {
        CriterionSources own = Objects.requireNonNull(found.criteria().get(criterion.code()));
        List<RoleGap> gaps = found.gaps().getOrDefault(criterion.code(), List.of());
        List<LevelDecision> decisions = history.decided().getOrDefault(criterion.code(), List.of());
        return new Scorecard.Card(
                criterion,
                own,
                gaps,
                decisions.isEmpty() ? null : decisions.getFirst(),
                history.proposed().getOrDefault(criterion.code(), List.of()),
                decisions.isEmpty() ? List.of() : new ArrayList<>(decisions.subList(1, decisions.size())),
                Flags.of(own, gaps, held.stream().anyMatch(WorkshopRatings.Held::hasLevel)),
                held);
    }

    private static Optional<Scorecard.LargestGap> largestGap(List<Scorecard.Card> cards) {
        int criteria = (int) cards.stream()
                .filter(card -> card.gaps().stream().anyMatch(RoleGap::flagged))
                .count();
        return cards.stream()
                .flatMap(card -> card.gaps().stream()
                        .filter(RoleGap::flagged)
                        .map(gap -> new Scorecard.LargestGap(card.criterion().code(), gap, criteria)))
                .max(Comparator.<Scorecard.LargestGap>comparingInt(
                                each -> Math.abs(each.gap().steps()))
                        .thenComparingDouble(each -> each.gap().strength()));
    }

    private Map<UUID, Account> people(UUID authorityId, DecidedLevels.History history, AssessmentSources sources) {
        Map<UUID, Account> found = new HashMap<>();
        Stream<UUID> deciding = Stream.concat(history.decided().values().stream(), history.proposed().values().stream())
                .flatMap(List::stream)
                .map(LevelDecision::decidedBy);
        Stream<UUID> placing =
                sources.placements().values().stream().flatMap(List::stream).map(JointPlacement::placedBy);
        Stream.concat(deciding, placing).distinct().forEach(id -> found.put(id, users.get(authorityId, id)));
        return found;
    }
}
