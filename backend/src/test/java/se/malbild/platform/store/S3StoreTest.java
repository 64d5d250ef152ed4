// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.malbild.platform.Ids;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Against an S3 server that runs as a program of its own. */
class S3StoreTest {
    private static Process server;
    private static int port;
    private static S3Store store;

    private final UUID authority = Ids.next();

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                "target/s3-server/s3mock.jar",
                "--http.port=" + port,
                "--server.port=0");
        command.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", "malbild");
        server = command.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "s3-server", "s3mock.log").toFile())
                .start();
        store = at(port, "malbild");
        awaitBucket();
    }

    private static S3Store at(int port, String bucket) {
        return new S3Store("http://127.0.0.1:" + port, "eu-north-1", bucket, "prov", "prov-hemlighet");
    }

    private static void awaitBucket() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest bucket = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/malbild"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(2))
                .build();
        for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); System.nanoTime() < end; ) {
            try {
                if (client.send(bucket, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
            assertThat(server.isAlive())
                    .as("the server runs; see target/s3-server/s3mock.log")
                    .isTrue();
            server.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("the server did not come up; see target/s3-server/s3mock.log");
    }

    @AfterAll
    static void stopServer() {
        store.close();
        server.destroy();
    }

    @Test
    void whatIsPutIsThereUnderItsHash() throws IOException {
        byte[] bytes = new byte[2_500_000];
        new Random(7).nextBytes(bytes);

        FileStore.Stored stored = store.put(authority, new ByteArrayInputStream(bytes), 10 << 20);
        FileStore.Stored again = store.put(authority, new ByteArrayInputStream(bytes), 10 << 20);

        assertThat(again).isEqualTo(stored);
        assertThat(store.size(authority, stored.sha256())).isEqualTo(bytes.length);
        try (InputStream in = store.open(authority, stored.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(store.authorities()).contains(authority);
    }

    @Test
    void aBucketThatIsNotThereIsMade() throws IOException {
        S3Store fresh = at(port, "nytt-forrad");

        String sha256 = fresh.put(authority, new ByteArrayInputStream(new byte[] {1, 2}), 10)
                .sha256();

        assertThat(fresh.size(authority, sha256)).isEqualTo(2);
    }

    @Test
    void anotherAuthoritysFileIsNotThere() {
        FileStore.Stored stored = put("en fil");

        assertThatThrownBy(() -> store.open(Ids.next(), stored.sha256())).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.size(Ids.next(), stored.sha256())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void tooMuchLeavesNothing() {
        assertThatThrownBy(() -> store.put(authority, new ByteArrayInputStream(new byte[2000]), 1000))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE));

        assertThat(store.olderThan(authority, Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    void onlyWhatIsOldIsRemoved() {
        String sha256 = put("gammal").sha256();

        assertThat(store.removeIfOlder(authority, sha256, Instant.now().minusSeconds(3600)))
                .isFalse();
        assertThat(store.olderThan(authority, Instant.now().minusSeconds(3600))).isEmpty();
        assertThat(store.olderThan(authority, Instant.now().plusSeconds(3600))).containsExactly(sha256);
        assertThat(store.removeIfOlder(authority, sha256, Instant.now().plusSeconds(3600)))
                .isTrue();
        assertThat(store.removeIfOlder(authority, sha256, Instant.now().plusSeconds(3600)))
                .isFalse();
    }

    @Test
    void aStoreThatIsAwayIsSaidSo() {
        S3Store away = at(1, "malbild");

        assertThatThrownBy(() -> away.put(authority, new ByteArrayInputStream(new byte[] {1}), 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    private FileStore.Stored put(String text) {
        return store.put(authority, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000);
    }
}
