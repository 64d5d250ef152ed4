// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DelayRequestTest {
    private static final LocalDate ARRIVAL = LocalDate.of(2026, 8, 31);
    private static final LocalDate RIGHT = LocalDate.of(2027, 2, 28);

    private static DelayRequest earlier(DelayRequest.Effect effect) {
        return new DelayRequest(UUID.randomUUID(), null, RIGHT, effect, UUID.randomUUID(), null, null, null, null);
    }

    private static DelayRequest.Effect effect(LocalDate received, DelayRequest... before) {
        return DelayRequest.effectOf(received, true, false, ARRIVAL, List.of(before));
    }

    @Test
    void theRightArisesOnTheDaySixMonthsAfterArrivalAlsoOnASunday() {
        assertThat(effect(RIGHT.minusDays(1))).isEqualTo(DelayRequest.Effect.TOO_EARLY);
        assertThat(effect(RIGHT)).isEqualTo(DelayRequest.Effect.STARTED);
    }

    @Test
    void itIsUsedOnceAndARequestThatCameTooEarlyUsesNothing() {
        assertThat(effect(RIGHT, earlier(DelayRequest.Effect.TOO_EARLY))).isEqualTo(DelayRequest.Effect.STARTED);
        assertThat(effect(RIGHT.plusDays(90), earlier(DelayRequest.Effect.STARTED)))
                .isEqualTo(DelayRequest.Effect.REPEATED);
    }

    @Test
    void onlyACaseThatAPrivatePartyOpenedAndThatIsNotDecidedHasIt() {
        assertThat(DelayRequest.effectOf(RIGHT, false, false, ARRIVAL, List.of()))
                .isEqualTo(DelayRequest.Effect.NOT_BY_PARTY);
        assertThat(DelayRequest.effectOf(RIGHT, true, true, ARRIVAL, List.of())).isEqualTo(DelayRequest.Effect.DECIDED);
    }
}
