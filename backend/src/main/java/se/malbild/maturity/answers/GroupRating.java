// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.scoring.Agreement;
import se.malbild.maturity.scoring.Counts;
import se.malbild.maturity.scoring.DistributionView;
import se.malbild.maturity.scoring.DontKnowBand;
import se.malbild.maturity.scoring.OrderInterval;

/**
 * What may be shown of one group's answers to one criterion. Everything that may not be shown is absent.
 *
 * @param count answers with a level; only with {@link Shown#DISTRIBUTION}
 * @param level the group's level
 * @param agreement van der Eijk's A; only with {@link Shown#DISTRIBUTION}
 * @param distribution answers per level of the criterion, lowest first; only with {@link Shown#DISTRIBUTION}
 * @param intervalLow level at the lower end of the 95 % interval; absent with a census
 * @param intervalHigh level at its upper end
 * @param census at least 90 % of the invited answered
 */
public record GroupRating(
        RespondentGroup group,
        Shown shown,
        @Nullable Integer count,
        @Nullable Integer level,
        Agreement.@Nullable Word agreementWord,
        @Nullable Double agreement,
        @Nullable List<Integer> distribution,
        @Nullable Integer intervalLow,
        @Nullable Integer intervalHigh,
        @Nullable Boolean census,
        @Nullable DontKnowBand dontKnow) {

    /** Nothing of the group is shown. */
    static GroupRating hidden(RespondentGroup group, Shown why) {
        return new GroupRating(group, why, null, null, null, null, null, null, null, null, null);
    }

    /**
     * A group that is placed jointly.
     *
     * @param level absent where it has not been placed on the criterion
     */
    public static GroupRating joint(RespondentGroup group, @Nullable Integer level) {
        return new GroupRating(group, Shown.JOINT, null, level, null, null, null, null, null, null, null);
    }

    /** All of it that {@code counts} is large enough for. */
    static GroupRating of(RespondentGroup group, Criterion criterion, Counts counts, boolean census) {
        DistributionView view = DistributionView.of(counts.n());
        Integer place = counts.level();
        if (view == DistributionView.NONE || place == null) {
            return hidden(group, Shown.TOO_FEW);
        }
        Agreement agreement = Agreement.of(counts).orElseThrow();
        if (view == DistributionView.LEVEL) {
            return new GroupRating(
                    group,
                    Shown.LEVEL,
                    null,
                    criterion.levelAt(place),
                    agreement.word(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    DontKnowBand.of(counts));
        }
        OrderInterval interval = census ? null : OrderInterval.of(counts).orElseThrow();
        return new GroupRating(
                group,
                Shown.of(view),
                counts.n(),
                criterion.levelAt(place),
                agreement.word(),
                agreement.value(),
                counts.perLevel(),
                interval == null ? null : criterion.levelAt(interval.low()),
                interval == null ? null : criterion.levelAt(interval.high()),
                census,
                DontKnowBand.of(counts));
    }

    /** Whether it is placed jointly. */
    public boolean isJoint() {
        return shown == Shown.JOINT;
    }

    /** Whether a level is shown. */
    public boolean hasLevel() {
        return level != null;
    }
}
