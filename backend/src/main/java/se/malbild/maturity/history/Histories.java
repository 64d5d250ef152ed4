// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.history;

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
import se.malbild.maturity.Assessment;
import se.malbild.maturity.AssessmentScope;
import se.malbild.maturity.Assessments;
import se.malbild.maturity.answers.FrozenRatings;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.answers.Ratings;
import se.malbild.maturity.decision.DecidedLevels;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.model.change.Carry;
import se.malbild.maturity.source.CriterionSources;
import se.malbild.maturity.survey.Survey;
import se.malbild.maturity.survey.Surveys;

/** Puts the history of an assessment together, from what was frozen. */
@Singleton
class Histories {
    private static final int MOST = 8;

    private final Assessments assessments;
    private final MaturityModels models;
    private final DecidedLevels decided;
    private final Surveys surveys;
    private final Ratings ratings;

    Histories(Assessments assessments, MaturityModels models, DecidedLevels decided, Surveys surveys, Ratings ratings) {
        this.assessments = assessments;
        this.models = models;
        this.decided = decided;
        this.surveys = surveys;
        this.ratings = ratings;
    }

    /**
     * An assessment as it is held against the others.
     *
     * @param carried criterion code → whether its results can be held against those of the assessment asked for
     * @param rated absent before its survey closes
     * @param sources identity of a decision in force → what it stood on
     */
    private record Time(
            Assessment assessment,
            MaturityModel model,
            Map<String, Carry.How> carried,
            Map<String, LevelDecision> inForce,
            Optional<FrozenRatings> rated,
            Map<UUID, CriterionSources> sources) {
        boolean isOf(Assessment other) {
            return assessment.id().equals(other.id());
        }

        boolean compares(String criterion) {
            return carried.get(criterion) == Carry.How.COMPARED;
        }
    }

    /** The history; 404 out of scope. */
    History of(AssessmentScope scope, UUID id) {
        Assessment asked = assessments.get(scope, id);
        MaturityModel model = asked.model(models);
        List<Time> newestFirst = Stream.concat(Stream.of(asked), assessments.earlier(scope, asked, MOST).stream())
                .map(each -> time(each, model))
                .toList();
        List<History.OfCriterion> criteria = model.criteria().stream()
                .map(criterion -> ofCriterion(criterion, newestFirst))
                .flatMap(Optional::stream)
                .toList();
        List<History.Told> told = newestFirst.reversed().stream()
                .map(each -> new History.Told(each.assessment(), each.model()))
                .toList();
        return new History(told, criteria);
    }

    private Time time(Assessment assessment, MaturityModel now) {
        MaturityModel model = assessment.model(models);
        Map<String, Carry.How> carried = new HashMap<>();
        Carry.between(model, now).forEach(each -> carried.put(each.code(), each.how()));
        Map<String, LevelDecision> inForce =
                decided.history(assessment.authorityId(), assessment.id()).inForce();
        Optional<FrozenRatings> rated = surveys.of(assessment)
                .filter(survey -> !survey.isOpen())
                .map(Survey::id)
                .map(survey -> ratings.frozen(assessment.authorityId(), survey, model, assessment.asked()));
        return new Time(
                assessment,
                model,
                carried,
                inForce,
                rated,
                decided.sources(assessment.authorityId(), assessment.id(), inForce.values()));
    }

    private static Optional<History.OfCriterion> ofCriterion(Criterion criterion, List<Time> newestFirst) {
        String code = criterion.code();
        List<Time> compared =
                newestFirst.stream().filter(each -> each.compares(code)).toList();
        int otherMeaning = (int) newestFirst.stream()
                .filter(each -> each.carried().get(code) == Carry.How.NEW_MEANING)
                .count();
        Time asked = newestFirst.getFirst();
        boolean hasEarlier = compared.stream()
                .anyMatch(
                        each -> !each.isOf(asked.assessment()) && each.inForce().containsKey(code));
        if (!hasEarlier && otherMeaning == 0) {
            return Optional.empty();
        }
        List<History.Point> points = new ArrayList<>();
        List<Time> answered =
                compared.stream().filter(each -> each.rated().isPresent()).toList();
        List<List<GroupRating>> beside = FrozenRatings.beside(
                answered.stream().map(each -> each.rated().orElseThrow()).toList(), code);
        for (Time each : compared) {
            LevelDecision decision = each.inForce().get(code);
            if (decision != null) {
                int place = answered.indexOf(each);
                CriterionSources sources = Objects.requireNonNull(each.sources().get(decision.id()));
                List<GroupRating> rated = new ArrayList<>(place < 0 ? List.of() : beside.get(place));
                sources.rated().stream().filter(GroupRating::isJoint).forEach(rated::add);
                points.add(new History.Point(decision, rated, sources));
            }
        }
        points.sort(Comparator.comparing(point -> point.decision().decidedAt()));
        return Optional.of(
                new History.OfCriterion(code, points, !asked.inForce().containsKey(code), otherMeaning));
    }
}
