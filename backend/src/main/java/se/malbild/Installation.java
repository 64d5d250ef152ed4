// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.checkpoint.CheckpointKey;
import se.malbild.platform.embedded.EmbeddedMariaDb;
import se.malbild.platform.secret.SealingKey;

/**
 * Where an installation keeps what it has: a data directory of its own with an embedded database, or a database that is given by
 * address. Held by one process at a time.
 */
final class Installation implements AutoCloseable {
    private final Path data;
    private final @Nullable FileChannel lock;
    private final @Nullable EmbeddedMariaDb database;

    private Installation(Path data, @Nullable FileChannel lock, @Nullable EmbeddedMariaDb database) {
        this.data = data;
        this.lock = lock;
        this.database = database;
    }

    /** The data directory: {@code MALBILD_DATA}, otherwise {@code data} where one stands. */
    static Path dataDirectory() {
        String moved = System.getenv("MALBILD_DATA");
        return Path.of(moved == null ? "data" : moved).toAbsolutePath();
    }

    /** Whether a database is given by address; nothing is embedded then. */
    static boolean databaseIsGiven() {
        return System.getenv("DATASOURCES_DEFAULT_URL") != null
                || System.getProperty("datasources.default.url") != null;
    }

    /**
     * Takes the data directory and starts its database, if none is given.
     *
     * @throws IllegalStateException if another process holds the directory
     */
    static Installation open(Path data) throws IOException {
        Files.createDirectories(data);
        if (databaseIsGiven()) {
            return new Installation(data, null, null);
        }
        FileChannel channel =
                FileChannel.open(data.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another Målbild already runs on " + data + ". Stop it, or set MALBILD_DATA to another folder.");
        }
        String cache = System.getenv("MALBILD_CACHE");
        EmbeddedMariaDb database = EmbeddedMariaDb.start(
                data.resolve("mariadb"),
                cache == null ? Path.of(System.getProperty("user.home"), ".cache", "malbild") : Path.of(cache));
        releaseMigrationLock(database);
        return new Installation(data, channel, database);
    }

    /** A killed run may have left Liquibase's lock; since we hold the data directory, nobody else migrates. */
    private static void releaseMigrationLock(EmbeddedMariaDb database) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE DATABASECHANGELOGLOCK SET LOCKED = 0, LOCKGRANTED = NULL, LOCKEDBY = NULL");
        } catch (SQLException firstStart) {
            // No such table before the first migration.
        }
    }

    /** The settings a service on this installation needs. */
    Map<String, Object> settings() throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("malbild.files", data.resolve("files").toString());
        if (System.getenv("MALBILD_TOKEN_KEY") == null) {
            settings.put("malbild.token-key", secret("token-key", Installation::tokenKey));
        }
        if (System.getenv("MALBILD_CHECKPOINT_KEY") == null) {
            settings.put("malbild.checkpoint-key", secret("checkpoint-key", CheckpointKey::generate));
        }
        if (System.getenv("MALBILD_IDENTITY_KEY") == null) {
            settings.put("malbild.identity-key", secret("identity-key", SealingKey::generate));
        }
        String checkpoints = System.getenv("MALBILD_CHECKPOINTS");
        settings.put(
                "malbild.checkpoints",
                checkpoints == null ? data.resolve("checkpoints").toString() : checkpoints);
        if (database != null) {
            settings.put("datasources.default.url", database.url() + "?" + ConnectionOptions.TEXT);
            settings.put("datasources.default.username", database.user());
            settings.put("datasources.default.password", database.password());
            // On one's own machine nothing comes from outside; an installation says for itself.
            settings.put("malbild.unscanned", "allow");
        }
        return settings;
    }

    /** The beans of the product without its web server, for the command line. */
    ApplicationContext beans() throws IOException {
        return ApplicationContext.builder()
                .properties(settings())
                .properties(Map.of("malbild.jobs.enabled", false))
                .start();
    }

    /** A secret of the installation's own, made once. */
    private String secret(String name, Supplier<String> made) throws IOException {
        Path file = data.resolve(name);
        if (!Files.exists(file)) {
            Files.writeString(file, made.get());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return Files.readString(file).strip();
    }

    private static String tokenKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                // The lock ends with the process in any case.
            }
        }
    }
}
