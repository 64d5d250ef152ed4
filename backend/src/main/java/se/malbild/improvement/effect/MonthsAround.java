// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.indicator.IndicatorMonths;
import se.malbild.improvement.effect.kernel.Evaluation;
import se.malbild.improvement.effect.kernel.Point;
import se.malbild.improvement.effect.kernel.XmrChart;

/**
 * The months of an indicator around a start: which are before, which are after, and which have enough cases. Pure.
 *
 * @param start the day of the start; absent = every month is before
 * @param months at most two years before and all after
 */
record MonthsAround(@Nullable LocalDate start, List<Side> months) {
    /** Fewest cases of a month that counts (SCORING §6). */
    static final int CASES = 30;

    private static final int BEFORE = 24;
    private static final int RECENT = 6;

    /** A month and where it is. */
    record Side(ItemEffect.Part part, IndicatorMonths.Month month, boolean counted) {
        Point point() {
            Double value = month.value();
            if (value == null) {
                throw new IllegalStateException("a month that counts has a value");
            }
            return new Point(month.month(), value);
        }
    }

    /** @param minCount fewest that the indicator itself asks for */
    static MonthsAround of(@Nullable LocalDate start, List<IndicatorMonths.Month> months, int minCount) {
        List<Side> sides = new ArrayList<>();
        for (IndicatorMonths.Month month : months) {
            sides.add(new Side(part(start, month.month()), month, isCounted(month, minCount)));
        }
        long before = sides.stream()
                .filter(each -> each.part() == ItemEffect.Part.BEFORE)
                .count();
        return new MonthsAround(start, List.copyOf(sides.subList((int) Math.max(0, before - BEFORE), sides.size())));
    }

    /** The month of the start is on neither side, unless it began with it. */
    private static ItemEffect.Part part(@Nullable LocalDate start, YearMonth month) {
        if (start == null || month.isBefore(YearMonth.from(start))) {
            return ItemEffect.Part.BEFORE;
        }
        return month.equals(YearMonth.from(start)) && start.getDayOfMonth() > 1
                ? ItemEffect.Part.START
                : ItemEffect.Part.AFTER;
    }

    List<Point> counted(ItemEffect.Part part) {
        return months.stream()
                .filter(each -> each.counted() && each.part() == part)
                .map(Side::point)
                .toList();
    }

    /** Every month that counts, whichever side it is on. */
    static List<Side> counted(List<IndicatorMonths.Month> months, int minCount) {
        return months.stream()
                .map(month -> new Side(ItemEffect.Part.BEFORE, month, isCounted(month, minCount)))
                .filter(Side::counted)
                .toList();
    }

    private static boolean isCounted(IndicatorMonths.Month month, int minCount) {
        return month.value() != null && month.cases() >= CASES && month.n() >= minCount;
    }

    /**
     * The first month in which something may be said: the one after the fourth whole month that counts after the start, should those to
     * come have enough cases as those of late have had. Absent where nothing ever can be, or where too few months of late counted.
     */
    @Nullable
    YearMonth earliest(@Nullable YearMonth lastWhole) {
        int missing = Evaluation.AFTER - counted(ItemEffect.Part.AFTER).size();
        if (start == null
                || lastWhole == null
                || missing <= 0
                || counted(ItemEffect.Part.BEFORE).size() < XmrChart.FEWEST
                || mostAreTooFew()) {
            return null;
        }
        YearMonth first = start.getDayOfMonth() == 1
                ? YearMonth.from(start)
                : YearMonth.from(start).plusMonths(1);
        YearMonth next = lastWhole.plusMonths(1);
        return (next.isBefore(first) ? first : next).plusMonths(missing);
    }

    /** Whether most of the last months had too few cases. */
    boolean mostAreTooFew() {
        List<Side> recent = months.subList(Math.max(0, months.size() - RECENT), months.size());
        return recent.stream().filter(Side::counted).count() * 2 < recent.size();
    }
}
