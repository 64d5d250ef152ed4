// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ModelSemver;
import se.malbild.maturity.model.ShippedModels;

/** What differs between two versions of a model, and the step of version it demands (SCORING §1). */
class ModelChangesTest {
    private static final MaturityModel SHIPPED = new ShippedModels().current();

    @Test
    void nothingDiffersFromItself() {
        assertThat(ModelChanges.between(SHIPPED, SHIPPED)).isEmpty();
        assertThat(ModelChanges.leastStep(List.of())).isEqualTo(ModelStep.NONE);
        assertThat(Carry.between(SHIPPED, SHIPPED)).hasSize(28).allMatch(each -> each.how() == Carry.How.COMPARED);
    }

    @Test
    void aRewordingIsToldInItsLanguageAndIsAPatch() {
        MaturityModel reworded = withCriterion("AP4", each -> named(each, "Hela från början"));
        List<ModelChange> changes = ModelChanges.between(SHIPPED, reworded);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.part()).isEqualTo(ModelChange.Part.CRITERION);
            assertThat(change.code()).isEqualTo("AP4");
            assertThat(change.field()).isEqualTo("name");
            assertThat(change.locale()).isEqualTo("sv");
            assertThat(change.after()).isEqualTo("Hela från början");
        });
        assertThat(ModelChanges.leastStep(changes)).isEqualTo(ModelStep.PATCH);
        assertThat(Carry.shared(reworded, SHIPPED)).contains("AP4");
    }

    @Test
    void anAddedCriterionIsAMinorAndOneTakenAwayAMajor() {
        MaturityModel fewer = with(SHIPPED, SHIPPED.criteria().subList(0, 27), SHIPPED.indicators());
        assertThat(ModelChanges.leastStep(criteriaOnly(ModelChanges.between(fewer, SHIPPED))))
                .isEqualTo(ModelStep.MINOR);
        assertThat(ModelChanges.leastStep(criteriaOnly(ModelChanges.between(SHIPPED, fewer))))
                .isEqualTo(ModelStep.MAJOR);
        assertThat(Carry.between(fewer, SHIPPED).getLast().how()).isEqualTo(Carry.How.NEW);
        assertThat(Carry.between(SHIPPED, fewer).getLast().how()).isEqualTo(Carry.How.GONE);
    }

    @Test
    void movedCutsAreAMinor() {
        List<Indicator> moved = new ArrayList<>(SHIPPED.indicators());
        Indicator first = moved.getFirst();
        moved.set(
                0,
                new Indicator(
                        first.code(),
                        first.name(),
                        first.unit(),
                        first.direction(),
                        first.minCount(),
                        first.definition(),
                        first.formula(),
                        first.cuts().stream().map(cut -> cut * 0.9).toList(),
                        first.criteria()));
        List<ModelChange> changes = ModelChanges.between(SHIPPED, with(SHIPPED, SHIPPED.criteria(), moved));
        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.field()).isEqualTo("cuts"));
        assertThat(ModelChanges.leastStep(changes)).isEqualTo(ModelStep.MINOR);
    }

    @Test
    void whatACriterionIsCountedByIsItsMeaning() {
        MaturityModel fewerLevels = withCriterion(
                "AP4", each -> criterion(each, each.dimension(), each.levels().subList(0, 4)));
        assertThat(ModelChanges.leastStep(ModelChanges.between(SHIPPED, fewerLevels)))
                .isEqualTo(ModelStep.MAJOR);
        assertThat(Carry.shared(fewerLevels, SHIPPED)).hasSize(27).doesNotContain("AP4");
        MaturityModel otherDimension =
                withCriterion("AP4", each -> criterion(each, Criterion.Dimension.NONE, each.levels()));
        assertThat(ModelChanges.leastStep(ModelChanges.between(SHIPPED, otherDimension)))
                .isEqualTo(ModelStep.MAJOR);
    }

    @Test
    void aRewordedLevelIsNotSharedWithTheProductAnyMore() {
        MaturityModel reworded = withCriterion("AP4", each -> {
            List<Criterion.Level> levels = new ArrayList<>(each.levels());
            levels.set(0, new Criterion.Level(1, Map.of("sv", "Något helt annat.", "en", "Something else.")));
            return criterion(each, each.dimension(), levels);
        });
        assertThat(Carry.shared(reworded, SHIPPED)).doesNotContain("AP4");
    }

    @Test
    void withinAModelTheMajorDecidesWhatIsCompared() {
        MaturityModel nextMajor = versioned(SHIPPED.id(), "2.0.0");
        assertThat(Carry.between(SHIPPED, nextMajor)).allMatch(each -> each.how() == Carry.How.NEW_MEANING);
        MaturityModel nextMinor = versioned(SHIPPED.id(), "1.7.3");
        assertThat(Carry.between(SHIPPED, nextMinor)).allMatch(each -> each.how() == Carry.How.COMPARED);
    }

    @Test
    void anOwnModelIsComparedWhereItsCriteriaAreTheSame() {
        MaturityModel own = versioned("var-modell", "3.0.0");
        assertThat(Carry.between(SHIPPED, own)).allMatch(each -> each.how() == Carry.How.COMPARED);
    }

    @ParameterizedTest
    @CsvSource({"1.2.3, PATCH, 1.2.4", "1.2.3, NONE, 1.2.4", "1.2.3, MINOR, 1.3.0", "1.2.3, MAJOR, 2.0.0"})
    void theLowestVersionAfterAStep(String before, ModelStep step, String lowest) {
        assertThat(ModelSemver.of(before).after(step)).hasToString(lowest);
    }

    @Test
    void versionsAreOrderedByNumberNotByLetter() {
        assertThat(ModelSemver.of("1.10.0")).isGreaterThan(ModelSemver.of("1.9.9"));
        assertThat(ModelSemver.parse("1.0")).isEqualTo(Optional.empty());
    }

    private static List<ModelChange> criteriaOnly(List<ModelChange> changes) {
        return changes.stream()
                .filter(change -> change.part() == ModelChange.Part.CRITERION)
                .toList();
    }

    private static MaturityModel withCriterion(String code, UnaryOperator<Criterion> change) {
        return with(
                SHIPPED,
                SHIPPED.criteria().stream()
                        .map(each -> each.code().equals(code) ? change.apply(each) : each)
                        .toList(),
                SHIPPED.indicators());
    }

    private static Criterion named(Criterion criterion, String sv) {
        Map<String, String> name = new HashMap<>(criterion.name());
        name.put("sv", sv);
        return new Criterion(
                criterion.code(),
                criterion.perspective(),
                criterion.aspect(),
                criterion.dimension(),
                criterion.pairedIntake(),
                name,
                criterion.question(),
                criterion.levels(),
                criterion.interviewPrompts(),
                criterion.evidenceExamples());
    }

    private static Criterion criterion(
            Criterion criterion, Criterion.Dimension dimension, List<Criterion.Level> levels) {
        return new Criterion(
                criterion.code(),
                criterion.perspective(),
                criterion.aspect(),
                dimension,
                dimension == criterion.dimension() ? criterion.pairedIntake() : Optional.empty(),
                criterion.name(),
                criterion.question(),
                levels,
                criterion.interviewPrompts(),
                criterion.evidenceExamples());
    }

    private static MaturityModel versioned(String id, String version) {
        return new MaturityModel(
                id,
                version,
                SHIPPED.title(),
                SHIPPED.purpose(),
                SHIPPED.locales(),
                SHIPPED.scale(),
                SHIPPED.dontKnow(),
                SHIPPED.perspectives(),
                SHIPPED.criteria(),
                SHIPPED.indicators(),
                SHIPPED.cutsStatus(),
                SHIPPED.contentHash());
    }

    private static MaturityModel with(MaturityModel model, List<Criterion> criteria, List<Indicator> indicators) {
        return new MaturityModel(
                model.id(),
                model.version(),
                model.title(),
                model.purpose(),
                model.locales(),
                model.scale(),
                model.dontKnow(),
                model.perspectives(),
                criteria,
                indicators,
                model.cutsStatus(),
                model.contentHash());
    }
}
