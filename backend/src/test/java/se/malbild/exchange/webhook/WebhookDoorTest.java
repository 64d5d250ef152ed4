// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can make the service reach: everything that only we can. */
class WebhookDoorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2001:db8::1",
                "2001::1",
                "2002:a00:1::1",
                "2002:7f00:1::",
                "100::1",
                "3fff::1"
            })
    void whatIsNotPublicIsClosed(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "192.169.0.1",
                "100.128.0.1",
                "193.10.1.1",
                "2a00:1450::1",
                "2002:808:808::1",
                "::ffff:8.8.8.8"
            })
    void whatIsPublicIsOpen(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kommun.example/x", "https://localhost/x", "https://127.0.0.1/x", "https://127.1/x",
                        "https://2130706433/x",
                "https://10.0.0.1/x", "https://[::1]/x", "https://[fd00::1]/x", "https://[::ffff:10.0.0.1]/x",
                        "https://u:p@kommun.example/",
                "https://kommun.example/#x", "file:///etc/passwd", "gopher://kommun.example/", "https:kommun.example"
            })
    void suchAnAddressIsNotTaken(String address) {
        assertThat(new WebhookDoor(InetAddress::getAllByName, Duration.ofSeconds(1), false).takes(URI.create(address)))
                .isFalse();
    }

    @Test
    void aNameThatLeadsInsideIsNotConnectedToNotEvenBesideAPublicAddress() throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            inside.setSoTimeout(300);
            InetAddress own = InetAddress.getLoopbackAddress();
            InetAddress open = InetAddress.getByName("8.8.8.8");
            for (InetAddress[] means : new InetAddress[][] {{own}, {open, own}, {own, open}}) {
                WebhookDoor door = new WebhookDoor(host -> means, Duration.ofSeconds(1), false);

                WebhookDoor.Met met =
                        door.post(URI.create("https://kommun.example:" + inside.getLocalPort() + "/"), Map.of(), "{}");

                assertThat(met.words()).contains("not public");
            }
            org.assertj.core.api.Assertions.assertThatThrownBy(inside::accept)
                    .as("nobody has knocked")
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void theVeryAddressThatWasCheckedIsConnectedToSoTheNameIsLookedUpOnce() {
        AtomicInteger lookups = new AtomicInteger();
        WebhookDoor door = new WebhookDoor(
                host -> {
                    // Public the first time, inside from then on: DNS rebinding.
                    return new InetAddress[] {
                        lookups.incrementAndGet() == 1
                                ? InetAddress.getByAddress(new byte[] {8, 8, 8, 8})
                                : InetAddress.getLoopbackAddress()
                    };
                },
                Duration.ofMillis(200),
                false);

        door.post(URI.create("https://kommun.example:9/"), Map.of(), "{}");

        assertThat(lookups).hasValue(1);
    }

    @Test
    void aReceiverThatNeverAnswersIsLeftWhenTheTimeIsUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebhookDoor door = new WebhookDoor(InetAddress::getAllByName, Duration.ofMillis(300), true);
            Instant begun = Instant.now();

            WebhookDoor.Met met =
                    door.post(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Map.of(), "{}");

            assertThat(met.words()).isEqualTo("no answer in time");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aReceiverThatDripsIsLeftWhenTheTimeOfTheWholeIsUp() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = dripping.accept()) {
                    for (int i = 0; i < 100; i++) {
                        socket.getOutputStream().write('H');
                        socket.getOutputStream().flush();
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException left) {
                    // It was left, as it should be.
                }
            });
            WebhookDoor door = new WebhookDoor(InetAddress::getAllByName, Duration.ofMillis(300), true);
            Instant begun = Instant.now();

            WebhookDoor.Met met =
                    door.post(URI.create("http://127.0.0.1:" + dripping.getLocalPort() + "/"), Map.of(), "{}");

            assertThat(met.arrived()).isFalse();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void somebodyWithoutACertificateIsNotTalkedTo() throws IOException {
        try (Receiver plain = new Receiver()) {
            WebhookDoor door = new WebhookDoor(InetAddress::getAllByName, Duration.ofSeconds(2), true);

            WebhookDoor.Met met = door.post(URI.create(plain.url().replace("http:", "https:")), Map.of(), "{}");

            assertThat(met.arrived()).isFalse();
            assertThat(plain.got()).isEmpty();
        }
    }
}
