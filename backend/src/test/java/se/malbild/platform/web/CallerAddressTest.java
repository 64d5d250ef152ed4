// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;

class CallerAddressTest {
    private static final HttpRequest<?> TOLD =
            HttpRequest.GET("http://127.0.0.1/").header("X-Real-IP", "203.0.113.7");

    @Test
    void isTakenFromAHeaderOnlyWhereTheOperatorSaysSo() {
        assertThat(new CallerAddress("X-Real-IP").of(TOLD)).isEqualTo("203.0.113.7");
        assertThat(new CallerAddress("").of(TOLD)).isEqualTo("127.0.0.1");
    }

    @Test
    void isTheConnectionsWhereTheHeaderIsMissingOrNoAddress() {
        assertThat(new CallerAddress("X-Other").of(TOLD)).isEqualTo("127.0.0.1");
        assertThat(new CallerAddress("X-Real-IP")
                        .of(HttpRequest.GET("http://127.0.0.1/").header("X-Real-IP", "x".repeat(500))))
                .isEqualTo("127.0.0.1");
    }
}
