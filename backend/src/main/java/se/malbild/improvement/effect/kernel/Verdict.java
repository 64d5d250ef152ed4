// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of an indicator after a change, and by which method (utfall). Never that one thing caused another.
 *
 * @param rung 0 before and after listed, 1 control chart, 2 difference in differences, 3 interrupted time series
 * @param before centre of the baseline at rung 1, median at rung 2, absent otherwise
 * @param after mean after at rung 1, median at rung 2, absent otherwise
 * @param preliminary the baseline is of 8–11 periods
 * @param signals months with a signal, of the series that the rung judges
 * @param why what kept it from a higher rung
 */
public record Verdict(
        Kind kind,
        Direction direction,
        int rung,
        @Nullable Double before,
        @Nullable Double after,
        boolean preliminary,
        Season season,
        int baselinePeriods,
        int periodsAfter,
        List<MarkedSignal> signals,
        @Nullable XmrChart chart,
        @Nullable DifferenceInDifferences compared,
        @Nullable InterruptedSeries interrupted,
        List<Obstacle> why) {

    /** What is said. */
    public enum Kind {
        /** Too few periods before or after (för tidigt att säga). */
        TOO_EARLY,
        /** The start was unstable: no claim (instabilt utgångsläge). */
        UNSTABLE_START,
        /** Tydlig förändring. */
        CLEAR_CHANGE,
        /** Signals on both sides, or against the mean: it varies more than before, in no direction. */
        MIXED,
        /** Inom vanlig variation: no effect seen. */
        WITHIN_VARIATION,
        /** A change that the same months of earlier years do not show: it may be the season. */
        SEASON_POSSIBLE,
        /** Förenligt med effekt, jämfört med enheter utan förändringen. */
        CONSISTENT,
        /** Nivån ändrades. */
        LEVEL_CHANGED,
        /** The level did not change but its trend did. */
        TREND_CHANGED;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it moved the way it should. */
    public enum Direction {
        AS_EXPECTED,
        OPPOSITE,
        NONE;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the season has been taken into account. */
    public enum Season {
        /** Fewer than four months after have the same month before: it cannot be told. */
        UNKNOWN,
        /** The same months of earlier years moved the same way. */
        SAME_MONTHS_AGREE,
        /** They did not. */
        SAME_MONTHS_DIFFER,
        /** Compared with units that have the same season. */
        COMPARED;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A signal at its month. */
    public record MarkedSignal(Point point, int rule, XmrChart.Side side) {}
}
