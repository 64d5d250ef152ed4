// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clock and the agenda. */
class TimeOfAWorkshopTest {
    private static final Instant NOON = Instant.parse("2026-12-02T12:00:00Z");
    private static final Countdown TWO_MINUTES = Countdown.of(Duration.ofMinutes(2), NOON);

    @Test
    void whatIsLeftFollowsTheDeadlineAndNeverFallsBelowZero() {
        assertThat(TWO_MINUTES.remaining(NOON.plusSeconds(36))).isEqualTo(Duration.ofSeconds(84));
        assertThat(TWO_MINUTES.remaining(NOON.plusSeconds(120))).isZero();
        assertThat(TWO_MINUTES.remaining(NOON.plusSeconds(500))).isZero();
    }

    @Test
    void aPausedClockStandsStillAndRunsOnFromThere() {
        Countdown paused = TWO_MINUTES.pause(NOON.plusSeconds(50));

        assertThat(paused.isRunning()).isFalse();
        assertThat(paused.remaining(NOON.plusSeconds(5000))).isEqualTo(Duration.ofSeconds(70));

        Countdown resumed = paused.resume(NOON.plusSeconds(1000));
        assertThat(resumed.remaining(NOON.plusSeconds(1010))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void halfAMinuteMoreCountsFromWhatIsLeftAlsoWhenNothingIs() {
        assertThat(TWO_MINUTES.extend(NOON.plusSeconds(100)).remaining(NOON.plusSeconds(100)))
                .isEqualTo(Duration.ofSeconds(50));
        assertThat(TWO_MINUTES.extend(NOON.plusSeconds(300)).remaining(NOON.plusSeconds(310)))
                .isEqualTo(Duration.ofSeconds(20));
        Countdown paused = TWO_MINUTES.pause(NOON).extend(NOON.plusSeconds(40));
        assertThat(paused.isRunning()).isFalse();
        assertThat(paused.remaining(NOON.plusSeconds(90))).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void restartingGivesTheWholeTimeOnceMore() {
        Countdown again = TWO_MINUTES.extend(NOON).pause(NOON.plusSeconds(3)).restart(NOON.plusSeconds(60));

        assertThat(again.isRunning()).isTrue();
        assertThat(again.remaining(NOON.plusSeconds(60))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void theTemplateFillsTwoHoursToTheMinute() {
        Agenda agenda = Agenda.TWO_HOURS;

        assertThat(agenda.points()).hasSize(9);
        assertThat(agenda.ends(8, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(120)));
        assertThat(agenda.begins(2, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
        assertThat(agenda.begins(3, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(45)));
        assertThat(agenda.begins(5, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(70)));
        assertThat(agenda.begins(7, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(108)));
    }

    @Test
    void theAgendaSaysWhenToMoveOnAndHowLateItIs() {
        Agenda agenda = Agenda.TWO_HOURS;

        assertThat(agenda.isTimeToMoveOn(1, NOON, NOON.plusSeconds(19 * 60 + 59)))
                .isFalse();
        assertThat(agenda.isTimeToMoveOn(1, NOON, NOON.plusSeconds(20 * 60))).isTrue();
        assertThat(agenda.behind(1, NOON, NOON.plusSeconds(12 * 60))).isZero();
        assertThat(agenda.behind(1, NOON, NOON.plusSeconds(22 * 60))).isEqualTo(Duration.ofMinutes(2));
        assertThat(agenda.isTimeToMoveOn(8, NOON, NOON.plusSeconds(7200)))
                .as("there is nowhere to move on to from the last point")
                .isFalse();
    }
}
