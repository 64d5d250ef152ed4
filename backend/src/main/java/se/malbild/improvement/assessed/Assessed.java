// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.assessed;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.malbild.access.unit.Unit;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.decision.LevelDecision;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;

/**
 * An assessment (nulägesbild) as improvement needs it.
 *
 * @param unit the unit it is about
 * @param model the version it follows
 * @param decisions decision in force per criterion
 * @param decided decided level per criterion; undecided and not applicable ones are missing
 */
public record Assessed(
        Assessment assessment,
        Unit unit,
        MaturityModel model,
        Map<String, LevelDecision> decisions,
        Map<String, Integer> decided) {

    /** Its identity. */
    public UUID id() {
        return assessment.id();
    }

    /** Whose it is. */
    public UUID authorityId() {
        return assessment.authorityId();
    }

    /** A criterion of its model. */
    public Optional<Criterion> criterion(String code) {
        return model.criterion(code);
    }

    /** The sentence of a criterion's level; empty where the criterion does not define it. */
    public Map<String, String> levelText(Criterion criterion, int level) {
        return criterion.levels().stream()
                .filter(each -> each.level() == level)
                .findFirst()
                .map(Criterion.Level::text)
                .orElse(Map.of());
    }

    /** Whether the criterion is decided not to apply here. */
    public boolean notApplicable(String criterion) {
        LevelDecision decision = decisions.get(criterion);
        return decision != null && decision.notApplicable();
    }

    /** Where the level stands: {@code decided}, {@code undecided} or {@code not_applicable}. */
    public String levelState(String criterion) {
        return decided.containsKey(criterion) ? "decided" : notApplicable(criterion) ? "not_applicable" : "undecided";
    }
}
