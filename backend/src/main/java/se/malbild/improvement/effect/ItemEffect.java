// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.indicator.IndicatorMonths;
import se.malbild.improvement.effect.kernel.Verdict;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.platform.Text;

/**
 * What happened to the indicators of an item.
 *
 * @param start the day it was begun; absent before
 * @param eventLogId the log the months are measured on; absent where there is none
 * @param unitId the unit whose own cases are counted; absent = all
 */
public record ItemEffect(
        RoadmapItem item,
        @Nullable LocalDate start,
        @Nullable UUID eventLogId,
        @Nullable UUID unitId,
        List<OfIndicator> indicators,
        List<AxisEvent> events) {

    /** How far one has come with an indicator. */
    public enum State {
        JUDGED,
        NOT_STARTED,
        NOT_MEASURED
    }

    /**
     * One indicator.
     *
     * @param up whether it should rise
     * @param verdict absent where not judged
     * @param earliest too early: the first month in which something may be said; absent where that cannot be told
     * @param compared months of the comparable units with enough cases
     */
    public record OfIndicator(
            String code,
            boolean up,
            State state,
            Text sentence,
            @Nullable Verdict verdict,
            @Nullable YearMonth earliest,
            IndicatorMonths.@Nullable PeriodOf periodOf,
            List<Month> months,
            List<Compared> compared,
            List<Text> comparableUnits) {}

    /** On which side of the start a month is. */
    public enum Part {
        BEFORE,
        START,
        AFTER
    }

    /**
     * A month on the axis.
     *
     * @param value only where counted
     * @param n only where counted
     * @param rule rule by which it is a signal; 0 for none
     */
    public record Month(
            YearMonth month,
            Part part,
            boolean counted,
            @Nullable Double value,
            long n,
            int rule) {}

    /** A month of the comparable units. */
    public record Compared(YearMonth month, double value, long n) {}

    /**
     * A note on the axis.
     *
     * @param noted by somebody, otherwise another item that was started
     */
    public record AxisEvent(boolean noted, LocalDate date, Text text) {}
}
