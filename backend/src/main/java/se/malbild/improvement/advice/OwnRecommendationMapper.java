// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.api.model.IndicatorChoice;
import se.malbild.api.model.Lift;
import se.malbild.api.model.WantedRecommendation;
import se.malbild.api.model.WantedText;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.recommendation.OwnRecommendation;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.Text;

/** Own recommendations ↔ the contract's. */
final class OwnRecommendationMapper {
    private OwnRecommendationMapper() {}

    static OwnRecommendation.Contents contents(WantedRecommendation wanted) {
        return new OwnRecommendation.Contents(
                text(wanted.getTitle()),
                wanted.getWhy() == null ? null : text(wanted.getWhy()),
                wanted.getEffort(),
                wanted.getOwnerRole() == null ? null : text(wanted.getOwnerRole()),
                texts(wanted.getFirstSteps()),
                texts(wanted.getSuccessFactors()),
                wanted.getLifts().stream()
                        .map(each -> new se.malbild.improvement.recommendation.Lift(
                                each.getCriterion(), each.getFrom(), each.getTo()))
                        .toList(),
                listed(wanted.getPrerequisites()),
                listed(wanted.getIndicators()).stream()
                        .map(OwnRecommendationMapper::expected)
                        .toList());
    }

    private static Recommendation.Expected expected(IndicatorChoice choice) {
        return new Recommendation.Expected(
                choice.getIndicator(), choice.getChange().getValue());
    }

    private static List<Text> texts(@Nullable List<WantedText> wanted) {
        return listed(wanted).stream().map(OwnRecommendationMapper::text).toList();
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What is not written in English stands in Swedish there too. */
    private static Text text(WantedText wanted) {
        String sv = wanted.getSv().strip();
        String en = wanted.getEn();
        return new Text(sv, en == null || en.isBlank() ? sv : en.strip());
    }

    static se.malbild.api.model.OwnRecommendation own(OwnRecommendation own, MaturityModel model, boolean mayEdit) {
        OwnRecommendation.Contents says = own.contents();
        se.malbild.api.model.OwnRecommendation mapped = new se.malbild.api.model.OwnRecommendation(
                own.code(),
                says.title().asMap(),
                says.effort(),
                says.firstSteps().stream().map(Text::asMap).toList(),
                says.successFactors().stream().map(Text::asMap).toList(),
                says.lifts().stream()
                        .map(lift -> new Lift(lift.criterion(), lift.from(), lift.to()))
                        .toList(),
                says.prerequisites(),
                says.indicators().stream()
                        .map(each -> AssessedMapper.indicator(each.indicator(), each.change(), model))
                        .toList(),
                !own.isGiven(),
                mayEdit && own.isGiven(),
                own.version());
        mapped.setWhy(says.why() == null ? null : says.why().asMap());
        mapped.setOwnerRole(says.ownerRole() == null ? null : says.ownerRole().asMap());
        mapped.setWithdrawnReason(own.withdrawnReason());
        return mapped;
    }
}
