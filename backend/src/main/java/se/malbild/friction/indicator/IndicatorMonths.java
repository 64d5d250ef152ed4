// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator month by month (Europe/Stockholm).
 *
 * @param own whether it is measured on the authority's own cases
 * @param periodOf which of a case's days puts it in a month
 * @param lastWhole the last month that has passed whole in the log; absent where it has none
 * @param notMeasuredReasonKey as of {@link IndicatorValue}, or {@code not_by_month}; absent where measured
 * @param months from the first with a case to {@code lastWhole}, none left out
 */
public record IndicatorMonths(
        boolean own,
        PeriodOf periodOf,
        @Nullable YearMonth lastWhole,
        @Nullable String notMeasuredReasonKey,
        List<Month> months) {

    /** Which of a case's days puts it in a month. A case that has not come so far is in none, so a young month is not told too early. */
    public enum PeriodOf {
        RECEIVED,
        REGISTERED,
        HANDLED,
        CLOSED
    }

    /**
     * One month.
     *
     * @param value absent where there is nothing to measure
     * @param n as of {@link IndicatorValue}
     * @param cases cases in the month
     */
    public record Month(YearMonth month, @Nullable Double value, long n, int cases) {}
}
