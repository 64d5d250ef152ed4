// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void letsABurstThroughAndThenASteadyRate() {
        TokenBucket bucket = new TokenBucket(50, 100, 0);
        int through = 0;
        for (int i = 0; i < 200; i++) {
            through += bucket.take(0).taken() ? 1 : 0;
        }
        assertThat(through).isEqualTo(100);

        for (int i = 0; i < 200; i++) {
            through += bucket.take(SECOND).taken() ? 1 : 0;
        }
        assertThat(through).isEqualTo(150);
    }

    @Test
    void tellsHowLongToWaitAndNeverHoldsMoreThanItsSize() {
        TokenBucket bucket = new TokenBucket(10, 2, 0);
        assertThat(bucket.take(1000 * SECOND).remaining()).isEqualTo(1);
        bucket.take(1000 * SECOND);

        TokenBucket.Standing refused = bucket.take(1000 * SECOND);

        assertThat(refused.taken()).isFalse();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofMillis(100));
        assertThat(refused.untilFull()).isEqualTo(Duration.ofMillis(200));
    }
}
