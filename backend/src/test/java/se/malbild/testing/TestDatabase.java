// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.malbild.ConnectionOptions;
import se.malbild.platform.embedded.EmbeddedMariaDb;

/** One real MariaDB for the whole run of tests; each test makes an authority of its own in it. */
final class TestDatabase {
    private static final EmbeddedMariaDb DATABASE = start();

    private TestDatabase() {}

    private static EmbeddedMariaDb start() {
        try {
            Path home = Files.createTempDirectory("malbild-test-db");
            Path cache = Path.of(System.getProperty("user.home"), ".cache", "malbild");
            EmbeddedMariaDb database = EmbeddedMariaDb.start(home, cache, false);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url() {
        return DATABASE.url() + "?" + ConnectionOptions.TEXT;
    }

    static String user() {
        return DATABASE.user();
    }

    static String password() {
        return DATABASE.password();
    }
}
