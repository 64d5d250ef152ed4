// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-08, LATER",
        "2026-11-09, NOW",
        "2026-11-20, NOW",
        "2026-11-21, LATE",
    })
    void aStepIsLateTheDayAfterItsLast(LocalDate day, Step.State state) {
        Step step =
                Step.of(Step.Kind.WORKSHOPS, LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-20"), null, null);
        assertThat(step.on(day)).isEqualTo(state);
        assertThat(step.done(true, LocalDate.parse("2026-11-19")).on(day)).isEqualTo(Step.State.DONE);
    }
}
