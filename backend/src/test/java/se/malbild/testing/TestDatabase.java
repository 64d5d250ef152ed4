// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.malbild.ConnectionOptions;
import se.malbild.platform.embedded.EmbeddedMariaDb;

/** One real MariaDB for the whole run of tests; each test makes an authority of its own in it. */
public final class TestDatabase {
    /** A measurement counts only on a database that is durable. */
    static final boolean MEASURED = Boolean.getBoolean("malbild.bench");

    private static final EmbeddedMariaDb DATABASE = start();

    private TestDatabase() {}

    private static EmbeddedMariaDb start() {
        try {
            Path home = Files.createTempDirectory("malbild-test-db");
            Path cache = Path.of(System.getProperty("user.home"), ".cache", "malbild");
            EmbeddedMariaDb database = EmbeddedMariaDb.start(home, cache, MEASURED);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of the product's schema. */
    public static String url() {
        return DATABASE.url() + "?" + ConnectionOptions.TEXT;
    }

    public static String user() {
        return DATABASE.user();
    }

    public static String password() {
        return DATABASE.password();
    }
}
