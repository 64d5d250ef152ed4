// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.util.List;
import se.malbild.api.model.MaturityAspect;
import se.malbild.api.model.MaturityCriterion;
import se.malbild.api.model.MaturityCriterionLevel;
import se.malbild.api.model.MaturityCutsStatus;
import se.malbild.api.model.MaturityDimension;
import se.malbild.api.model.MaturityDirection;
import se.malbild.api.model.MaturityIndicator;
import se.malbild.api.model.MaturityPerspective;
import se.malbild.api.model.MaturityScaleLevel;
import se.malbild.api.model.MaturityUnit;
import se.malbild.api.model.ModelVersionRef;
import se.malbild.api.model.SurveyQuestion;

/** Models → the contract's. */
public final class ModelMapper {
    private ModelMapper() {}

    static se.malbild.api.model.MaturityModel model(MaturityModel model) {
        return new se.malbild.api.model.MaturityModel(
                model.id(),
                model.version(),
                model.title(),
                model.purpose(),
                model.locales(),
                scale(model),
                model.dontKnow(),
                perspectives(model),
                model.criteria().stream().map(each -> criterion(model, each)).toList(),
                model.indicators().stream().map(ModelMapper::indicator).toList(),
                cutsStatus(model),
                model.contentHash());
    }

    /** A version by name. */
    public static ModelVersionRef ref(MaturityModel model) {
        return new ModelVersionRef(model.id(), model.version(), model.title());
    }

    /** Whether the cuts are starting values. */
    public static MaturityCutsStatus cutsStatus(MaturityModel model) {
        return MaturityCutsStatus.fromValue(model.cutsStatus());
    }

    /** The levels of the scale. */
    public static List<MaturityScaleLevel> scale(MaturityModel model) {
        return model.scale().stream()
                .map(each -> new MaturityScaleLevel(each.level(), each.name(), each.meaning()))
                .toList();
    }

    /** The perspectives. */
    public static List<MaturityPerspective> perspectives(MaturityModel model) {
        return model.perspectives().stream()
                .map(each -> new MaturityPerspective(each.code(), each.name(), each.description()))
                .toList();
    }

    /** A criterion as it is asked. */
    public static SurveyQuestion question(Criterion criterion) {
        return new SurveyQuestion(
                criterion.code(), criterion.perspective(), criterion.name(), criterion.question(), levels(criterion));
    }

    /** Structure or culture. */
    public static MaturityAspect aspect(Criterion criterion) {
        return MaturityAspect.fromValue(criterion.aspect().code());
    }

    /** Intake, use or neither. */
    public static MaturityDimension dimension(Criterion criterion) {
        return MaturityDimension.fromValue(criterion.dimension().code());
    }

    /** What an indicator is counted in. */
    public static MaturityUnit unit(Indicator indicator) {
        return MaturityUnit.fromValue(indicator.unit());
    }

    /** The levels a criterion defines, with their sentences. */
    public static List<MaturityCriterionLevel> levels(Criterion criterion) {
        return criterion.levels().stream()
                .map(each -> new MaturityCriterionLevel(each.level(), each.text()))
                .toList();
    }

    private static MaturityCriterion criterion(MaturityModel model, Criterion criterion) {
        MaturityCriterion mapped = new MaturityCriterion(
                criterion.code(),
                criterion.perspective(),
                aspect(criterion),
                dimension(criterion),
                criterion.name(),
                criterion.question(),
                levels(criterion),
                model.indicatorsOf(criterion.code()).stream()
                        .map(Indicator::code)
                        .toList(),
                criterion.interviewPrompts(),
                criterion.evidenceExamples());
        criterion.pairedIntake().ifPresent(mapped::setPairedIntake);
        return mapped;
    }

    private static MaturityIndicator indicator(Indicator indicator) {
        return new MaturityIndicator(
                indicator.code(),
                indicator.name(),
                unit(indicator),
                MaturityDirection.fromValue(indicator.direction().name().toLowerCase(java.util.Locale.ROOT)),
                indicator.minCount(),
                indicator.definition(),
                indicator.formula(),
                indicator.cuts(),
                indicator.criteria());
    }
}
