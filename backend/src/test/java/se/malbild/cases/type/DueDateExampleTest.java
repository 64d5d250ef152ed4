// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.deadline.PeriodLength;

class DueDateExampleTest {
    private static final PeriodLength THREE_WEEKS = new PeriodLength(3, PeriodLength.Unit.WEEK);
    private static final LocalDate BEFORE_MIDSUMMER = LocalDate.of(2026, 5, 29);

    @Test
    void timeGivenByStatuteGoesOnPastMidsummerEveAndTheExampleSaysSo() {
        DueDateExample example =
                DueDateExample.of("review_decision", THREE_WEEKS, Deadline.Clock.STATUTORY, BEFORE_MIDSUMMER);

        assertThat(example.counted()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(example.due()).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(example.moved()).isTrue();
        assertThat(example.why().sv()).contains("3 veckor", "2026-06-19", "2026-06-22");
    }

    @Test
    void aGoalAndARightAreNotMoved() {
        assertThat(DueDateExample.of("final_decision", THREE_WEEKS, Deadline.Clock.GOAL, BEFORE_MIDSUMMER)
                        .due())
                .isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(DueDateExample.of(
                                "fl12_right",
                                new PeriodLength(6, PeriodLength.Unit.MONTH),
                                Deadline.Clock.STATUTORY,
                                LocalDate.of(2026, 8, 31))
                        .due())
                .isEqualTo(LocalDate.of(2027, 2, 28));
    }
}
