// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.source;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.answers.Rated;
import se.malbild.maturity.answers.Ratings;
import se.malbild.maturity.answers.RoleGap;
import se.malbild.maturity.answers.Shown;
import se.malbild.maturity.evidence.VerifiedCriteria;
import se.malbild.maturity.measure.MeasuredValue;
import se.malbild.maturity.measure.Measurement;
import se.malbild.maturity.measure.Measuring;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.placement.JointPlacement;
import se.malbild.maturity.placement.JointPlacements;
import se.malbild.maturity.survey.Survey;
import se.malbild.platform.Text;

/** Gathers what groups say, what is measured and what is verified, criterion by criterion. */
@Singleton
public class Sources {
    private static final Text NO_INDICATOR = new Text(
            "Mäts inte. Modellen har inget mått för det här.", "Not measured. The model has no indicator for this.");
    private static final Text NOT_IN_LOG = new Text(
            "Mäts inte. Händelseloggen innehåller inte det som behövs.",
            "Not measured. The event log does not hold what is needed.");
    private static final Text NO_LEVEL =
            new Text("Inget av måtten kan läsas ur händelseloggen.", "No indicator can be read from the event log.");
    private final Ratings ratings;
    private final Measuring measuring;
    private final VerifiedCriteria verified;
    private final JointPlacements placements;

    Sources(Ratings ratings, Measuring measuring, VerifiedCriteria verified, JointPlacements placements) {
        this.ratings = ratings;
        this.placements = placements;
        this.measuring = measuring;
        this.verified = verified;
    }

    /**
     * The sources of an assessment.
     *
     * @param survey absent before it opens; nothing of it is read before it has closed
     * @param part only answers of those who said that they belong to that unit; absent = all
     */
    public AssessmentSources of(
            Assessment assessment, MaturityModel model, Optional<Survey> survey, @Nullable UUID part) {
        Measurement measurement = measuring.of(assessment);
        Optional<Survey> closed = survey.filter(each -> !each.isOpen());
        Rated rated = closed.map(
                        each -> ratings.of(assessment.authorityId(), each.id(), model, assessment.asked(), part))
                .orElseGet(() -> new Rated(
                        assessment.asked().stream()
                                .map(each -> new Rated.GroupResponse(each.group(), null, null))
                                .toList(),
                        Map.of()));
        List<GroupRating> unread = assessment.asked().stream()
                .map(each -> new GroupRating(
                        each.group(), Shown.NOT_CLOSED, null, null, null, null, null, null, null, null, null))
                .toList();
        Map<String, List<JointPlacement>> placed = placements.of(assessment);
        Map<String, VerifiedCriterion> evidence = verified.of(assessment);
        Map<String, CriterionSources> criteria = new LinkedHashMap<>();
        Map<String, List<RoleGap>> gaps = new LinkedHashMap<>();
        for (Criterion criterion : model.criteria()) {
            Rated.OnCriterion said = rated.criteria().get(criterion.code());
            VerifiedCriterion checked = evidence.getOrDefault(criterion.code(), VerifiedCriteria.NOTHING);
            criteria.put(
                    criterion.code(),
                    new CriterionSources(
                            withJoint(
                                    assessment,
                                    said == null ? unread : said.ratings(),
                                    placed.getOrDefault(criterion.code(), List.of())),
                            measured(criterion, model.indicatorsOf(criterion.code()), measurement),
                            checked.level(),
                            checked.reason(),
                            checked.evidence(),
                            checked.waiting()));
            gaps.put(criterion.code(), said == null ? List.of() : said.gaps());
        }
        return new AssessmentSources(responses(assessment, rated.groups()), criteria, gaps, measurement, placed);
    }

    /** All groups in their order: those that answer, and those that are placed jointly. */
    private static List<GroupRating> withJoint(
            Assessment assessment, List<GroupRating> said, List<JointPlacement> newestFirst) {
        return assessment.groups().stream()
                .map(each -> each.joint()
                        ? GroupRating.joint(
                                each.group(),
                                newestFirst.stream()
                                        .filter(placement -> placement
                                                .group()
                                                .equals(each.group().code()))
                                        .findFirst()
                                        .map(JointPlacement::level)
                                        .orElse(null))
                        : said.stream()
                                .filter(rating -> rating.group().equals(each.group()))
                                .findFirst()
                                .orElseThrow())
                .toList();
    }

    private static List<Rated.GroupResponse> responses(Assessment assessment, List<Rated.GroupResponse> answered) {
        return assessment.groups().stream()
                .map(each -> answered.stream()
                        .filter(response -> response.group().equals(each.group()))
                        .findFirst()
                        .orElseGet(() -> new Rated.GroupResponse(each.group(), null, null)))
                .toList();
    }

    private static MeasuredCriterion measured(
            Criterion criterion, List<Indicator> indicators, Measurement measurement) {
        List<MeasuredCriterion.Measured> values = new ArrayList<>();
        indicators.forEach(indicator -> values.add(measured(criterion, indicator, measurement)));
        int[] levels = values.stream()
                .map(MeasuredCriterion.Measured::level)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        if (levels.length == 0) {
            Text why = indicators.isEmpty()
                    ? NO_INDICATOR
                    : measurement.reason() != null ? measurement.reason() : NO_LEVEL;
            return new MeasuredCriterion(values, null, null, why);
        }
        return new MeasuredCriterion(
                values,
                IntStream.of(levels).min().getAsInt(),
                IntStream.of(levels).max().getAsInt(),
                null);
    }

    private static MeasuredCriterion.Measured measured(
            Criterion criterion, Indicator indicator, Measurement measurement) {
        Optional<MeasuredValue> found = measurement.value(indicator.code());
        Double value = found.map(MeasuredValue::value).orElse(null);
        if (value == null) {
            Text told = found.map(MeasuredValue::reason).orElse(null);
            Text why = measurement.reason() != null ? measurement.reason() : told != null ? told : NOT_IN_LOG;
            return new MeasuredCriterion.Measured(
                    indicator.code(), null, found.map(MeasuredValue::n).orElse(null), null, why);
        }
        long n = found.get().n();
        Integer place = indicator.place(value, n);
        Text few = place != null
                ? null
                : new Text(
                        "För få: %d, minst %d behövs för en nivå.".formatted(n, indicator.minCount()),
                        "Too few: %d, at least %d are needed for a level.".formatted(n, indicator.minCount()));
        return new MeasuredCriterion.Measured(
                indicator.code(), value, n, place == null ? null : criterion.levelAt(place), few);
    }
}
