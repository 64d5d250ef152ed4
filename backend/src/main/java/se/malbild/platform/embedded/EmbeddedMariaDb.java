// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB as a child of this process, on a free loopback port, for local runs and tests. A database that dies is started again
 * with growing pauses; a survivor of a killed run on the same data is stopped first. Thread-safe.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final String SCHEMA = "malbild";
    private static final String USER = "malbild";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Path home;
    private final Binaries binaries;
    private final boolean durable;
    private final String password;
    private final int port;
    private volatile boolean closing;
    private volatile Process process;

    private EmbeddedMariaDb(Path home, Binaries binaries, boolean durable) throws IOException {
        this.home = home;
        this.binaries = binaries;
        this.durable = durable;
        this.password = password(home.resolve("password"));
        this.port = freePort();
        this.process = launch();
    }

    /**
     * Starts the database whose files are below {@code home}, making them if there are none.
     *
     * @param cache where the binaries are unpacked, once for all runs
     * @throws IllegalStateException if it does not start; the message names the log to read
     */
    public static EmbeddedMariaDb start(Path home, Path cache) {
        return start(home, cache, true);
    }

    /** As {@link #start(Path, Path)}; without durability only for tests that ask nothing of a crash. */
    public static EmbeddedMariaDb start(Path home, Path cache, boolean durable) {
        try {
            Path absolute = home.toAbsolutePath();
            Files.createDirectories(absolute.resolve("tmp"));
            new Survivor(absolute.resolve("mariadbd.pid"), absolute).stop();
            Binaries binaries = Binaries.unpack(cache.toAbsolutePath());
            Bootstrap.ifNeeded(absolute, binaries, commonOptions(absolute, binaries));
            EmbeddedMariaDb database = new EmbeddedMariaDb(absolute, binaries, durable);
            database.awaitLogin();
            database.watch();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of the product's schema. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Process id of the database now; for drills that kill it. */
    public long pid() {
        return process.pid();
    }

    /** Shuts the database down in an orderly way and waits for it. */
    @Override
    public void close() {
        closing = true;
        stop(process);
        try {
            Files.deleteIfExists(home.resolve("mariadbd.pid"));
        } catch (IOException e) {
            LOG.warn("pid file left behind: {}", e.getMessage());
        }
    }

    private static void stop(Process running) {
        running.destroy();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> commonOptions(Path home, Binaries binaries) {
        List<String> options = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.base(),
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("tmp"),
                "--innodb-log-file-size=128M",
                "--max-allowed-packet=64M",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_nopad_bin"));
        if ("root".equals(System.getProperty("user.name"))) {
            options.add("--user=root");
        }
        return options;
    }

    private Process launch() throws IOException {
        Path init = home.resolve("init.sql");
        Files.writeString(init, """
            CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
            CREATE USER IF NOT EXISTS %2$s@'127.0.0.1' IDENTIFIED BY '%3$s';
            ALTER USER %2$s@'127.0.0.1' IDENTIFIED BY '%3$s';
            GRANT ALL ON `%1$s%%`.* TO %2$s@'127.0.0.1';
            """.formatted(SCHEMA, USER, password));
        ownerOnly(init);
        List<String> command = commonOptions(home, binaries);
        // Without --skip-ssl a start makes certificates first and takes over ten seconds.
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + home.resolve("tmp/m.sock"),
                "--init-file=" + init,
                "--skip-ssl",
                "--skip-name-resolve",
                "--innodb-buffer-pool-size=" + System.getProperty("malbild.embedded.cache", "512M"),
                "--transaction-isolation=READ-COMMITTED",
                "--max-connections=200",
                "--pid-file=" + home.resolve("mariadbd.pid"),
                "--innodb-flush-log-at-trx-commit=" + (durable ? 1 : 0)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return home.resolve("mariadbd.log");
    }

    private void awaitLogin() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The embedded MariaDB ended during start; read " + log());
            }
            try (Connection _ = DriverManager.getConnection(url(), USER, password)) {
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > limit) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            "The embedded MariaDB did not answer in time; read " + log(), notYet);
                }
                pause(Duration.ofMillis(20));
            }
        }
    }

    private void watch() {
        Thread.ofVirtual().name("embedded-mariadb-watch").start(() -> {
            Duration pause = Duration.ofMillis(250);
            while (!closing) {
                process.onExit().join();
                if (closing) {
                    return;
                }
                LOG.warn("The embedded database ended; starting it again in {} ms", pause.toMillis());
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                try {
                    process = launch();
                    awaitLogin();
                    pause = Duration.ofMillis(250);
                    LOG.info("The embedded database answers again");
                } catch (IOException | IllegalStateException e) {
                    LOG.error("The embedded database did not start: {}", e.getMessage());
                }
            }
        });
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.writeString(file, password);
        ownerOnly(file);
        return password;
    }

    private static void ownerOnly(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
