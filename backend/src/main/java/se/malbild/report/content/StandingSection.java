// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.user.Account;
import se.malbild.improvement.assessed.Assessed;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;

/** Where we stand: the decided levels, a row for each perspective, each with the decision it comes from. */
final class StandingSection {
    private final Assessed assessed;
    private final Map<String, Integer> aims;
    private final Map<UUID, Account> people;
    private final Sources sources;

    /** @param aims the level aimed at, by criterion */
    StandingSection(Assessed assessed, Map<String, Integer> aims, Map<UUID, Account> people, Sources sources) {
        this.assessed = assessed;
        this.aims = aims;
        this.people = people;
        this.sources = sources;
    }

    List<ReportContent.Perspective> perspectives() {
        MaturityModel model = assessed.model();
        return model.perspectives().stream()
                .map(perspective -> new ReportContent.Perspective(
                        perspective.code(),
                        perspective.name(),
                        model.criteria().stream()
                                .filter(each -> each.perspective().equals(perspective.code()))
                                .map(this::criterion)
                                .toList()))
                .toList();
    }

    private ReportContent.Criterion criterion(Criterion criterion) {
        Integer level = assessed.decided().get(criterion.code());
        LevelDecision decision = assessed.decisions().get(criterion.code());
        List<Integer> from = new ArrayList<>();
        if (decision != null) {
            from.add(decision(decision, criterion));
        }
        return new ReportContent.Criterion(
                criterion.code(),
                criterion.name(),
                criterion.aspect().code(),
                assessed.levelState(criterion.code()),
                level,
                level == null ? null : assessed.levelText(criterion, level),
                aims.get(criterion.code()),
                from);
    }

    private int decision(LevelDecision decision, Criterion criterion) {
        return sources.number(
                "decision:" + decision.id(),
                id -> new ReportContent.Source(
                        id,
                        "decision",
                        criterion.name(),
                        decision.id(),
                        criterion.code(),
                        null,
                        null,
                        null,
                        People.person(people, decision.decidedBy()),
                        decision.decidedAt(),
                        decision.reason()));
    }

    /** The levels are those of a model; every report names which. */
    static int model(MaturityModel model, Sources sources) {
        return sources.number(
                "model",
                id -> new ReportContent.Source(
                        id,
                        "model",
                        model.title(),
                        null,
                        model.id() + " " + model.version(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** The decisions that the levels of some criteria come from. */
    List<Integer> decisionsOn(List<String> criteria) {
        List<Integer> from = new ArrayList<>();
        for (String code : criteria) {
            LevelDecision decision = assessed.decisions().get(code);
            Criterion criterion = assessed.criterion(code).orElse(null);
            if (decision != null && criterion != null) {
                from.add(decision(decision, criterion));
            }
        }
        return from.stream().distinct().toList();
    }
}
