// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.friction.indicator.IndicatorMonths;

/** Which months are on which side of a start, and when something may be said at the earliest. */
class MonthsAroundTest {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);

    @Test
    void theMonthOfTheStartIsOnNeitherSideUnlessTheStartWasItsFirstDay() {
        MonthsAround inTheMiddle = around(LocalDate.of(2026, 3, 2), months(18, 40));
        MonthsAround onTheFirst = around(LocalDate.of(2026, 3, 1), months(18, 40));

        assertThat(inTheMiddle.counted(ItemEffect.Part.BEFORE)).hasSize(14);
        assertThat(inTheMiddle.counted(ItemEffect.Part.AFTER)).hasSize(3);
        assertThat(onTheFirst.counted(ItemEffect.Part.AFTER)).hasSize(4);
    }

    @Test
    void atMostTwoYearsBeforeAreTheBaseline() {
        MonthsAround around = around(LocalDate.of(2028, 1, 10), months(40, 40));

        assertThat(around.months().getFirst().month().month()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(around.counted(ItemEffect.Part.BEFORE)).hasSize(24);
    }

    @Test
    void twentyNineCasesAreTooFewToCount() {
        assertThat(around(null, months(10, 29)).counted(ItemEffect.Part.BEFORE)).isEmpty();
        assertThat(around(null, months(10, 30)).counted(ItemEffect.Part.BEFORE)).hasSize(10);
    }

    @Test
    void theEarliestMonthIsTheOneAfterTheFourthWholeMonth() {
        // Started in mid November 2026 and looked at in November: December to March are counted, and April tells.
        MonthsAround fresh = around(LocalDate.of(2026, 11, 12), months(22, 40));
        assertThat(fresh.earliest(YearMonth.of(2026, 10))).isEqualTo(YearMonth.of(2027, 4));

        // Started in September and looked at in December: October and November are there, December and January are
        // missing.
        MonthsAround halfway = around(LocalDate.of(2026, 9, 12), months(23, 40));
        assertThat(halfway.earliest(YearMonth.of(2026, 11))).isEqualTo(YearMonth.of(2027, 2));

        // A start on the first day lets that month count.
        MonthsAround first = around(LocalDate.of(2026, 11, 1), months(22, 40));
        assertThat(first.earliest(YearMonth.of(2026, 10))).isEqualTo(YearMonth.of(2027, 3));
    }

    @Test
    void nothingIsPromisedThatCannotBeHeld() {
        assertThat(around(LocalDate.of(2025, 6, 12), months(8, 40)).earliest(YearMonth.of(2025, 8)))
                .as("five months before the start are all there ever will be")
                .isNull();
        assertThat(around(LocalDate.of(2026, 9, 12), months(23, 12)).earliest(YearMonth.of(2026, 11)))
                .as("no month has enough cases")
                .isNull();
        assertThat(around(LocalDate.of(2025, 12, 12), months(23, 40)).earliest(YearMonth.of(2026, 11)))
                .as("there is enough already")
                .isNull();
    }

    private static MonthsAround around(@Nullable LocalDate start, List<IndicatorMonths.Month> months) {
        return MonthsAround.of(start, months, 30);
    }

    private static List<IndicatorMonths.Month> months(int count, int cases) {
        return IntStream.range(0, count)
                .mapToObj(i -> new IndicatorMonths.Month(FIRST.plusMonths(i), 0.5, cases, cases))
                .toList();
    }
}
