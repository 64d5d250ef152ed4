// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.malbild.testing.TestService;

class ProbeTest {
    @Test
    void findsTheServiceWell() {
        assertThat(Probe.isWell(TestService.root() + "/health")).isTrue();
    }

    @Test
    void findsItNotWellWhereItDoesNotAnswerAsItShould() {
        assertThat(Probe.isWell(TestService.root() + "/api/v1/me")).isFalse();
        assertThat(Probe.isWell("http://127.0.0.1:1/health")).isFalse();
    }
}
