// SPDX-License-Identifier: EUPL-1.2
package se.malbild.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as a process of its own on a data directory, with its database as a child of that: both can be killed. */
public final class ChildService implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)");
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Path data;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final String root;

    private ChildService(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread.ofVirtual().name("child-output").start(this::read);
        this.root = awaitReady();
    }

    /** Whom a crash strikes. */
    public enum Victim {
        SERVICE,
        DATABASE,
        BOTH
    }

    /**
     * Starts {@code serve} with the given options and waits until it is ready.
     *
     * @param properties of the service, e.g. {@code malbild.demo.cases=20}
     * @throws IllegalStateException if it ends or takes longer than three minutes; the message holds what it said
     */
    public static ChildService start(Path data, int port, List<String> properties, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", String.valueOf(port)));
        arguments.addAll(List.of(options));
        return new ChildService(data, launch(data, properties, arguments));
    }

    /** Runs another verb on the same data directory to its end; gives the exit code. */
    public static int run(Path data, String... arguments) {
        try {
            Process process = launch(data, List.of(), List.of(arguments));
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process launch(Path data, List<String> properties, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        properties.forEach(property -> command.add("-D" + property));
        command.add("se.malbild.Malbild");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MALBILD_DATA", data.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("DATASOURCES_"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException ended) {
            // A killed process says no more.
        }
    }

    private String awaitReady() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        StringBuilder said = new StringBuilder();
        try {
            while (System.nanoTime() < limit) {
                String line = lines.poll(200, TimeUnit.MILLISECONDS);
                if (line == null && !process.isAlive() && lines.isEmpty()) {
                    throw new IllegalStateException("the service ended with " + process.exitValue() + ":\n" + said);
                }
                said.append(line == null ? "" : line + "\n");
                Matcher ready = READY.matcher(line == null ? "" : line);
                if (ready.find()) {
                    return ready.group(1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("the service did not become ready:\n" + said);
    }

    /** Address of the service, e.g. {@code http://localhost:18155}. */
    public String root() {
        return root;
    }

    /** Kills with SIGKILL, at once and without a word. */
    public void kill(Victim victim) {
        if (victim != Victim.DATABASE) {
            process.destroyForcibly();
        }
        if (victim != Victim.SERVICE) {
            database().ifPresent(ProcessHandle::destroyForcibly);
        }
        if (victim != Victim.DATABASE) {
            process.onExit().join();
        }
    }

    private Optional<ProcessHandle> database() {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(data.resolve("mariadb").resolve("mariadbd.pid"))
                            .strip()));
        } catch (IOException | NumberFormatException gone) {
            return Optional.empty();
        }
    }

    /** Asks it to stop, as Ctrl-C does, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
