// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import se.malbild.platform.checkpoint.CheckpointKey;
import se.malbild.platform.secret.SealingKey;

/** The service as it runs in production, on the test database, once for the whole run. */
public final class TestService {
    /** What opens the metrics from afar. */
    public static final String METRICS_TOKEN = "a token of the tests";

    private static final Map<String, Object> SETTINGS = settings();
    private static final EmbeddedServer SERVER = start(SETTINGS);

    private TestService() {}

    private static Map<String, Object> settings() {
        try {
            return Map.ofEntries(
                    Map.entry("malbild.durability", TestDatabase.MEASURED ? "demanded" : "any"),
                    Map.entry("malbild.metrics-token", METRICS_TOKEN),
                    Map.entry("datasources.default.url", TestDatabase.url()),
                    Map.entry("datasources.default.username", TestDatabase.user()),
                    Map.entry("datasources.default.password", TestDatabase.password()),
                    Map.entry("malbild.token-key", "a key of the tests, long enough to be taken"),
                    Map.entry("malbild.checkpoint-key", CheckpointKey.generate()),
                    Map.entry("malbild.identity-key", SealingKey.generate()),
                    Map.entry(
                            "malbild.checkpoints",
                            Files.createTempDirectory("malbild-test-checkpoints")
                                    .toString()),
                    Map.entry(
                            "malbild.files",
                            Files.createTempDirectory("malbild-test-files").toString()),
                    Map.entry("malbild.jobs.interval", TestDatabase.MEASURED ? "250ms" : "20ms"),
                    Map.entry("malbild.outbox.interval", TestDatabase.MEASURED ? "1s" : "50ms"),
                    Map.entry("malbild.clamd", ClamdStandIn.start().address()),
                    Map.entry("malbild.scan-interval", "20ms"),
                    Map.entry("malbild.mail.host", "127.0.0.1"),
                    Map.entry("malbild.mail.port", SmtpStandIn.start().port()),
                    Map.entry("malbild.mail.from", "malbild@exempel.example"),
                    Map.entry("malbild.mail.encryption", "none"),
                    Map.entry("malbild.mail.link-address", "https://malbild.example/"),
                    // One address makes all the requests of the tests; the limits have a test with limits of its own.
                    Map.entry("malbild.agency-limits.requests-per-second", 100_000),
                    Map.entry("malbild.agency-limits.burst", 100_000),
                    Map.entry("malbild.agency-limits.submissions-per-second", 100_000),
                    Map.entry("malbild.webhooks.interval", "50ms"),
                    Map.entry("malbild.webhooks.unsafe-allow-http-and-loopback-for-tests-only", true),
                    Map.entry("malbild.spa", "src/test/resources/spa"),
                    Map.entry("micronaut.server.port", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedServer start(Map<String, Object> settings) {
        EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** Another node on the same database, which knows nothing of what the first one has in memory; close it. */
    public static EmbeddedServer anotherNode() {
        return anotherNode(Map.of());
    }

    /** As {@link #anotherNode()}, with some settings of its own. */
    public static EmbeddedServer anotherNode(Map<String, Object> changed) {
        Map<String, Object> settings = new java.util.HashMap<>(SETTINGS);
        settings.putAll(changed);
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }

    /** Root of the service, e.g. {@code http://localhost:41234}. */
    public static String root() {
        return "http://localhost:" + SERVER.getPort();
    }

    /** A setting of the running service. */
    public static String property(String name) {
        return SERVER.getApplicationContext().getRequiredProperty(name, String.class);
    }

    /** A bean of the running service: for arranging and for looking into the database, never instead of a request. */
    public static <T> T bean(Class<T> type) {
        return SERVER.getApplicationContext().getBean(type);
    }
}
