// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaitedDaysTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 1);

    private static WaitedDays days(int from, int to) {
        return new WaitedDays(START.plusDays(from), START.plusDays(to));
    }

    @Test
    void waitsSideBySideStopTheClockOnce() {
        assertThat(days(0, 10).notIn(List.of())).isEqualTo(10);
        assertThat(days(0, 10).notIn(List.of(days(3, 7)))).isEqualTo(6);
        assertThat(days(0, 10).notIn(List.of(days(0, 12)))).isZero();
        assertThat(days(5, 5).notIn(List.of())).isZero();
    }

    @Property
    void howeverWaitsOverlapTheGoalMovesByTheDaysOnWhichAtLeastOneWentOn(
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 60) Integer> starts,
            @ForAll @IntRange(min = 0, max = 30) int length) {
        List<WaitedDays> ended = new ArrayList<>();
        Set<LocalDate> waited = new HashSet<>();
        long moved = 0;
        for (int start : starts) {
            WaitedDays next = days(start, start + (length + start) % 31);
            moved += next.notIn(ended);
            ended.add(next);
            next.from().plusDays(1).datesUntil(next.to().plusDays(1)).forEach(waited::add);
        }

        assertThat(moved).isEqualTo(waited.size());
    }
}
