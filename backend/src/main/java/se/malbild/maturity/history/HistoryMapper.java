// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.history;

import se.malbild.access.AccessMapper;
import se.malbild.api.model.AssessmentHistory;
import se.malbild.api.model.CriterionHistory;
import se.malbild.api.model.HistoryAssessment;
import se.malbild.api.model.LevelThen;
import se.malbild.api.model.RatedThen;
import se.malbild.api.model.RatedThenShown;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.maturity.model.ModelMapper;

/** History → the contract's. */
final class HistoryMapper {
    private HistoryMapper() {}

    static AssessmentHistory history(History history) {
        return new AssessmentHistory(
                history.told().stream()
                        .map(each -> new HistoryAssessment(
                                each.assessment().id(),
                                each.assessment().name(),
                                each.assessment().periodFrom(),
                                each.assessment().periodTo(),
                                ModelMapper.ref(each.model())))
                        .toList(),
                history.criteria().stream().map(HistoryMapper::criterion).toList());
    }

    private static CriterionHistory criterion(History.OfCriterion criterion) {
        return new CriterionHistory(
                criterion.criterion(),
                criterion.points().stream().map(HistoryMapper::point).toList(),
                criterion.undecided(),
                criterion.otherMeaning(),
                HistoryWords.of(criterion).asMap());
    }

    private static LevelThen point(History.Point point) {
        LevelThen mapped = new LevelThen(
                point.assessmentId(),
                AccessMapper.time(point.decision().decidedAt()),
                point.decision().notApplicable(),
                point.rated().stream().map(HistoryMapper::rated).toList());
        mapped.setLevel(point.level());
        mapped.setLowestMeasured(point.sources().measured().lowest());
        mapped.setHighestMeasured(point.sources().measured().highest());
        mapped.setVerified(point.sources().verifiedLevel());
        return mapped;
    }

    private static RatedThen rated(GroupRating rating) {
        RatedThen mapped = new RatedThen(
                AssessmentMapper.group(rating.group()),
                rating.group().label().asMap(),
                rating.isJoint()
                        ? RatedThenShown.JOINT
                        : rating.hasLevel() ? RatedThenShown.LEVEL : RatedThenShown.TOO_FEW);
        mapped.setLevel(rating.level());
        return mapped;
    }
}
