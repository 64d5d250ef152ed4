// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.malbild.api.model.CriterionRef;
import se.malbild.api.model.Lift;
import se.malbild.api.model.LiftTerm;
import se.malbild.api.model.MissingCondition;
import se.malbild.api.model.PrerequisiteState;
import se.malbild.api.model.RankedRecommendation;
import se.malbild.api.model.RankedRecommendations;
import se.malbild.api.model.ReachedRecommendation;
import se.malbild.api.model.RecommendationCatalogue;
import se.malbild.api.model.RecommendationRef;
import se.malbild.api.model.RoadmapItemRef;
import se.malbild.api.model.UnlockTerm;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.recommendation.Catalogue;
import se.malbild.improvement.recommendation.Ranked;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.improvement.recommendation.Standing;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.Text;

/** Recommendations and their order ↔ the contract's. */
public final class AdviceMapper {
    private AdviceMapper() {}

    static RecommendationCatalogue catalogue(Catalogue catalogue, MaturityModel model) {
        return new RecommendationCatalogue(
                catalogue.id(),
                catalogue.version(),
                catalogue.modelId(),
                catalogue.recommendations().stream()
                        .map(each -> recommendation(each, catalogue, model))
                        .toList());
    }

    private static se.malbild.api.model.Recommendation recommendation(
            Recommendation each, Catalogue catalogue, MaturityModel model) {
        se.malbild.api.model.Recommendation mapped = new se.malbild.api.model.Recommendation(
                each.code(),
                each.perspective(),
                each.title().asMap(),
                each.why().asMap(),
                each.effort(),
                each.ownerRole().asMap(),
                texts(each.firstSteps()),
                texts(each.successFactors()),
                each.lifts().stream()
                        .map(lift -> new Lift(lift.criterion(), lift.from(), lift.to()))
                        .toList(),
                each.prerequisites().stream().map(code -> ref(code, catalogue)).toList(),
                each.unlocks().stream().map(code -> ref(code, catalogue)).toList(),
                each.indicators().stream()
                        .map(expected -> AssessedMapper.indicator(expected.indicator(), expected.change(), model))
                        .toList());
        mapped.setOwn(each.own() ? (Boolean) true : null);
        return mapped;
    }

    /** A recommendation by name. */
    public static RecommendationRef ref(String code, Catalogue catalogue) {
        return new RecommendationRef(code, title(code, catalogue));
    }

    private static Map<String, String> title(String code, Catalogue catalogue) {
        return catalogue.find(code).map(each -> each.title().asMap()).orElse(Map.of("sv", code));
    }

    private static List<Map<String, String>> texts(List<Text> texts) {
        return texts.stream().map(Text::asMap).toList();
    }

    static RankedRecommendations ranked(Advising.Advised advised) {
        List<Ranked> listed = advised.ranking().listed();
        List<RankedRecommendation> items = new ArrayList<>();
        for (Ranked each : listed) {
            items.add(ranked(items.size() + 1, each, advised));
        }
        List<ReachedRecommendation> reached = new ArrayList<>();
        advised.ranking().all().values().forEach(each -> {
            if (each.met() != null) {
                reached.add(new ReachedRecommendation(
                        each.advice().code(),
                        title(each.advice().code(), advised.catalogue()),
                        each.met().code()));
            }
        });
        return new RankedRecommendations(
                advised.assessed().id(),
                advised.catalogue().version(),
                advised.assessed().decided().size(),
                advised.acceptedTargets(),
                items,
                reached,
                advised.withoutAdvice().stream()
                        .map(each -> new CriterionRef(each.code(), each.name()))
                        .toList());
    }

    private static RankedRecommendation ranked(int position, Ranked ranked, Advising.Advised advised) {
        Catalogue catalogue = advised.catalogue();
        MaturityModel model = advised.assessed().model();
        RankedRecommendation mapped = new RankedRecommendation(
                position,
                ranked.state().code(),
                ranked.quickWin(),
                recommendation(advised.recommendation(ranked), catalogue, model),
                ranked.value(),
                ranked.unlock(),
                ranked.priority(),
                ranked.lifts().stream().map(term -> lift(term, model)).toList(),
                ranked.unlockTerms().stream()
                        .map(term -> new UnlockTerm(
                                term.code(), title(term.code(), catalogue), term.value(), term.unmet(), term.term()))
                        .toList(),
                ranked.advice().prerequisites().stream()
                        .map(code -> prerequisite(code, advised))
                        .toList(),
                missing(ranked, advised));
        RoadmapItem item = advised.onRoadmap().get(ranked.advice().code());
        if (item != null) {
            mapped.setRoadmapItem(roadmapRef(item));
        }
        return mapped;
    }

    /** An item of the roadmap by name. */
    public static RoadmapItemRef roadmapRef(RoadmapItem item) {
        RoadmapItemRef ref = new RoadmapItemRef(item.id(), item.state().code());
        ref.setStartDate(item.startDate());
        return ref;
    }

    private static LiftTerm lift(Ranked.LiftTerm term, MaturityModel model) {
        Standing standing = term.standing();
        LiftTerm mapped = new LiftTerm(
                term.lift().criterion(),
                AssessedMapper.criterionName(term.lift().criterion(), model),
                term.lift().from(),
                term.lift().to(),
                standing.weight(),
                term.steps(),
                standing.multiplier(),
                term.value());
        mapped.setLevel(standing.level());
        mapped.setTarget(standing.target());
        mapped.setPairGap(standing.pairGap());
        return mapped;
    }

    private static PrerequisiteState prerequisite(String code, Advising.Advised advised) {
        Ranked.Met met = advised.ranking().get(code).met();
        PrerequisiteState mapped = new PrerequisiteState(code, title(code, advised.catalogue()), met != null);
        mapped.setBecause(met == null ? null : met.code());
        return mapped;
    }

    private static List<MissingCondition> missing(Ranked ranked, Advising.Advised advised) {
        if (ranked.state() != Ranked.State.LOCKED) {
            return List.of();
        }
        List<MissingCondition> missing = new ArrayList<>();
        ranked.unmet().forEach(code -> {
            MissingCondition condition = new MissingCondition("prerequisite");
            condition.setCode(code);
            condition.setTitle(title(code, advised.catalogue()));
            missing.add(condition);
        });
        if (ranked.tooLow().size() == ranked.lifts().size()) {
            ranked.tooLow().forEach(term -> {
                MissingCondition condition = new MissingCondition("level");
                condition.setCriterion(term.lift().criterion());
                condition.setName(AssessedMapper.criterionName(
                        term.lift().criterion(), advised.assessed().model()));
                condition.setLevel(term.standing().level());
                condition.setNeeded(term.lift().from());
                missing.add(condition);
            });
        }
        return missing;
    }
}
