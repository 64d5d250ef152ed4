// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryLadderTest {
    @Test
    void waitsLongerEachTimeAndGivesUpAfterTheNinth() {
        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToObj(tries -> RetryLadder.after(tries, 0).orElseThrow()))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(RetryLadder.after(10, 0)).isEmpty();
    }

    @Test
    void spreadsWhatFailedTogetherButNeverComesEarlier() {
        assertThat(RetryLadder.after(2, 1)).contains(Duration.ofSeconds(330));
        assertThat(RetryLadder.after(2, 0.5)).contains(Duration.ofSeconds(315));
    }
}
