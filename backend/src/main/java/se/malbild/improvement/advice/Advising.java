// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.advice;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.access.permission.Caller;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.picture.TargetRevision;
import se.malbild.improvement.picture.Targets;
import se.malbild.improvement.recommendation.Catalogue;
import se.malbild.improvement.recommendation.OwnRecommendations;
import se.malbild.improvement.recommendation.Ranked;
import se.malbild.improvement.recommendation.Ranking;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.improvement.recommendation.Standing;
import se.malbild.improvement.roadmap.Roadmap;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.model.change.Carry;

/** Ranks the catalogue for an assessment: decided levels, accepted targets, what is done on the roadmap of its unit. */
@Singleton
public class Advising {
    static final String READ = "recommendation:read";

    private final OwnRecommendations recommendations;
    private final AssessedReading assessments;
    private final Targets targets;
    private final Roadmap roadmap;
    private final MaturityModels models;

    Advising(
            OwnRecommendations recommendations,
            AssessedReading assessments,
            Targets targets,
            Roadmap roadmap,
            MaturityModels models) {
        this.recommendations = recommendations;
        this.assessments = assessments;
        this.targets = targets;
        this.roadmap = roadmap;
        this.models = models;
    }

    /**
     * Advice on an assessment.
     *
     * @param acceptedTargets criteria with an accepted target
     * @param withoutAdvice criteria with steps left to the target that no recommendation lifts
     * @param onRoadmap the item of the unit's roadmap for a recommendation, the one not dropped
     */
    public record Advised(
            Assessed assessed,
            Catalogue catalogue,
            Ranking ranking,
            int acceptedTargets,
            List<Criterion> withoutAdvice,
            Map<String, RoadmapItem> onRoadmap) {

        /** The recommendation that a place is about. */
        public Recommendation recommendation(Ranked ranked) {
            return catalogue.find(ranked.advice().code()).orElseThrow();
        }
    }

    /** Advice on an assessment within the caller's reach. */
    public Advised advise(Caller caller, UUID assessmentId) {
        return advise(assessments.get(caller, READ, assessmentId));
    }

    /**
     * Advice on an assessment. By a model of the authority's own, the catalogue advises on the criteria that are the same as in the model it
     * is for, and on no others.
     */
    public Advised advise(Assessed assessed) {
        Catalogue catalogue = recommendations.catalogue(assessed.authorityId(), assessed.model());
        Map<String, TargetRevision> accepted = targets.accepted(assessed.authorityId(), assessed.id());
        Map<String, Standing> standings = standings(assessed, accepted);
        Map<String, RoadmapItem> onRoadmap = new HashMap<>();
        Set<String> done = new HashSet<>();
        roadmap.ofUnit(assessed.authorityId(), assessed.unit().id()).forEach(item -> {
            String code = item.recommendation();
            if (code != null && item.state() != RoadmapItem.State.DROPPED) {
                onRoadmap.put(code, item);
                if (item.state() == RoadmapItem.State.DONE) {
                    done.add(code);
                }
            }
        });
        Set<String> advised = advisedOn(catalogue, assessed.model());
        Map<String, Standing> known = new HashMap<>(standings);
        known.keySet().retainAll(advised);
        Ranking ranking = Ranking.of(advised.isEmpty() ? List.of() : catalogue.advice(), known, done);
        return new Advised(
                assessed, catalogue, ranking, accepted.size(), withoutAdvice(assessed, standings, ranking), onRoadmap);
    }

    private Set<String> advisedOn(Catalogue catalogue, MaturityModel model) {
        if (catalogue.modelId().equals(model.id())) {
            return model.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
        }
        MaturityModel shipped = models.current();
        return catalogue.modelId().equals(shipped.id()) ? Set.copyOf(Carry.shared(model, shipped)) : Set.of();
    }

    private static Map<String, Standing> standings(Assessed assessed, Map<String, TargetRevision> accepted) {
        Map<String, Integer> gaps =
                assessed.model().nyttogap(assessed.decided()).gaps();
        Map<String, Standing> standings = new HashMap<>();
        assessed.model().criteria().forEach(criterion -> {
            TargetRevision target = accepted.get(criterion.code());
            standings.put(
                    criterion.code(),
                    new Standing(
                            assessed.decided().get(criterion.code()),
                            target == null ? null : target.level(),
                            target == null ? 1 : target.weight(),
                            criterion.dimension() == Criterion.Dimension.USE,
                            gaps.get(criterion.code())));
        });
        return standings;
    }

    private static List<Criterion> withoutAdvice(Assessed assessed, Map<String, Standing> standings, Ranking ranking) {
        Set<String> lifted = new HashSet<>();
        ranking.all().values().stream()
                .filter(each -> each.state() != Ranked.State.REACHED)
                .forEach(each -> each.lifts().stream()
                        .filter(term -> term.steps() > 0)
                        .forEach(term -> lifted.add(term.lift().criterion())));
        return assessed.model().criteria().stream()
                .filter(criterion -> {
                    Standing standing = standings.getOrDefault(criterion.code(), Standing.UNKNOWN);
                    return standing.level() != null
                            && standing.target() != null
                            && standing.target() > standing.level()
                            && !lifted.contains(criterion.code());
                })
                .toList();
    }
}
