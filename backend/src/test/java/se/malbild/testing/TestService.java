// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** The service as it runs in production, on the test database, once for the whole run. */
public final class TestService {
    /** What opens the metrics from afar. */
    public static final String METRICS_TOKEN = "a token of the tests";

    private static final EmbeddedServer SERVER = start();

    private TestService() {}

    private static EmbeddedServer start() {
        try {
            EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, Map.of(
                "malbild.durability", "any",
                "malbild.metrics-token", METRICS_TOKEN,
                "datasources.default.url", TestDatabase.url(),
                "datasources.default.username", TestDatabase.user(),
                "datasources.default.password", TestDatabase.password(),
                "malbild.token-key", "a key of the tests, long enough to be taken",
                "malbild.files", Files.createTempDirectory("malbild-test-files").toString(),
                "malbild.jobs.interval", "20ms",
                "malbild.outbox.interval", "50ms",
                "micronaut.server.port", -1));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Root of the service, e.g. {@code http://localhost:41234}. */
    public static String root() {
        return "http://localhost:" + SERVER.getPort();
    }

    /** A bean of the running service: for arranging and for looking into the database, never instead of a request. */
    public static <T> T bean(Class<T> type) {
        return SERVER.getApplicationContext().getBean(type);
    }
}
