// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.scoring.IndicatorLevel;

/** The next step of the loop, and which way a figure goes. */
class LoopTest {

    @Test
    void eachStepFollowsTheOneBefore() {
        assertThat(new Loop(false, false, null).step()).isEqualTo("import_log");
        assertThat(new Loop(true, true, null).step()).isEqualTo("map_activities");
        assertThat(new Loop(true, false, null).step()).isEqualTo("create_assessment");
        assertThat(step("planned", 28, 0, 0, 0, false, false)).isEqualTo("open_survey");
        assertThat(step("collecting", 28, 0, 0, 0, false, false)).isEqualTo("close_survey");
        assertThat(step("analysing", 28, 0, 0, 0, false, false)).isEqualTo("decide_levels");
        assertThat(step("deciding", 3, 0, 0, 0, false, false)).isEqualTo("decide_levels");
        assertThat(step("deciding", 3, 0, 1, 0, false, false)).isEqualTo("accept_targets");
        assertThat(step("deciding", 0, 0, 0, 0, false, false)).isEqualTo("set_targets");
        assertThat(step("decided", 0, 0, 2, 0, false, false)).isEqualTo("accept_targets");
        assertThat(step("decided", 0, 2, 0, 0, false, false)).isEqualTo("choose_recommendations");
        assertThat(step("decided", 0, 2, 0, 1, false, false)).isEqualTo("write_report");
        assertThat(step("decided", 0, 2, 0, 1, true, false)).isEqualTo("sign_report");
        assertThat(step("decided", 0, 2, 0, 1, false, true)).isEqualTo("start_roadmap_item");
    }

    private static String step(
            String state, int undecided, int accepted, int proposed, int planned, boolean draft, boolean signed) {
        return new Loop(
                        true,
                        false,
                        new Loop.Progress(
                                state,
                                null,
                                28,
                                undecided,
                                28 - undecided,
                                accepted,
                                proposed,
                                planned,
                                0,
                                0,
                                draft,
                                signed))
                .step();
    }

    @Test
    void whetherAChangeIsForTheBetterDependsOnTheIndicator() {
        assertThat(Trends.direction(indicator(IndicatorLevel.Direction.LOWER), 78, 96.0))
                .isEqualTo("better");
        assertThat(Trends.direction(indicator(IndicatorLevel.Direction.HIGHER), 78, 96.0))
                .isEqualTo("worse");
        assertThat(Trends.direction(indicator(IndicatorLevel.Direction.LOWER), 95, 96.0))
                .isEqualTo("unchanged");
        assertThat(Trends.direction(indicator(IndicatorLevel.Direction.LOWER), 0, 0.0))
                .isEqualTo("unchanged");
        assertThat(Trends.direction(indicator(IndicatorLevel.Direction.LOWER), 78, null))
                .isEqualTo("too_early");
    }

    private static Indicator indicator(IndicatorLevel.Direction direction) {
        return new Indicator(
                "I09",
                Map.of("sv", "Mått"),
                "per_100_cases",
                direction,
                30,
                Map.of("sv", "Mått"),
                "",
                List.of(),
                List.of());
    }
}
