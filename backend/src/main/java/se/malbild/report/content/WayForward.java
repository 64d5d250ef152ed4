// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.user.Account;
import se.malbild.improvement.advice.Advising;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.improvement.recommendation.Catalogue;
import se.malbild.improvement.recommendation.Ranked;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.model.Criterion;
import se.malbild.platform.Text;

/** What first: the top of the ready recommendations, what is planned and under way. */
final class WayForward {
    private static final int FIRST = 5;
    private static final int ITEMS = 50;

    private final Assessed assessed;
    private final Map<UUID, Account> people;
    private final Sources sources;

    WayForward(Assessed assessed, Map<UUID, Account> people, Sources sources) {
        this.assessed = assessed;
        this.people = people;
        this.sources = sources;
    }

    /** The top of the ready recommendations. */
    List<ReportContent.Recommendation> first(Advising.Advised advised) {
        List<ReportContent.Recommendation> found = new ArrayList<>();
        for (Ranked ranked : advised.ranking().listed()) {
            if (ranked.state() == Ranked.State.READY && found.size() < FIRST) {
                found.add(recommendation(found.size() + 1, ranked, advised));
            }
        }
        return found;
    }

    private ReportContent.Recommendation recommendation(int position, Ranked ranked, Advising.Advised advised) {
        Catalogue catalogue = advised.catalogue();
        Recommendation advice = advised.recommendation(ranked);
        int source = sources.number(
                "catalogue",
                id -> new ReportContent.Source(
                        id,
                        "catalogue",
                        Map.of("sv", "Rekommendationer", "en", "Recommendations"),
                        null,
                        catalogue.id() + " " + catalogue.version(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        List<ReportContent.CriterionRef> lifted = ranked.lifts().stream()
                .filter(term -> term.steps() > 0)
                .map(term -> new ReportContent.CriterionRef(
                        term.lift().criterion(),
                        assessed.criterion(term.lift().criterion())
                                .map(Criterion::name)
                                .orElse(Map.of("sv", term.lift().criterion()))))
                .toList();
        List<ReportContent.RecommendationRef> opened = ranked.unlockTerms().stream()
                .filter(term -> term.term() > 0)
                .map(term -> new ReportContent.RecommendationRef(
                        term.code(),
                        catalogue.find(term.code()).orElseThrow().title().asMap()))
                .toList();
        return new ReportContent.Recommendation(
                position,
                advice.code(),
                advice.title().asMap(),
                advice.why().asMap(),
                advice.effort(),
                ranked.priority(),
                ranked.value(),
                ranked.unlock(),
                ranked.quickWin(),
                lifted,
                opened,
                advice.successFactors().stream().map(Text::asMap).toList(),
                List.of(source));
    }

    /** What is planned and under way, by first day. */
    List<ReportContent.RoadmapItem> roadmap(List<RoadmapItem> items) {
        return items.stream()
                .filter(each -> !each.state().ended())
                .sorted(Comparator.comparing(RoadmapItem::startDate).thenComparing(RoadmapItem::id))
                .limit(ITEMS)
                .map(each -> new ReportContent.RoadmapItem(
                        each.id(),
                        each.recommendation(),
                        each.title().asMap(),
                        each.state().code(),
                        People.person(people, each.ownerId()),
                        each.startDate(),
                        each.endDate(),
                        RoadmapItem.quarter(each.startDate()),
                        List.of(sources.number(
                                "roadmap",
                                id -> new ReportContent.Source(
                                        id,
                                        "roadmap",
                                        Map.of("sv", "Färdplanen", "en", "The roadmap"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)))))
                .toList();
    }
}
