// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes an empty data directory with MariaDB's own system tables. */
final class Bootstrap {
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables",
            "mariadb_performance_tables",
            "mariadb_system_tables_data",
            "maria_add_gis_sp_bootstrap",
            "mariadb_sys_schema");

    private Bootstrap() {}

    /** Does nothing when a completed data directory is there; one left half-made by a kill is made again. */
    static void ifNeeded(Path home, Binaries binaries, List<String> options) throws IOException {
        Path done = home.resolve("bootstrapped");
        if (Files.exists(done)) {
            return;
        }
        Path data = home.resolve("data");
        deleteTree(data);
        Files.createDirectories(data);
        Path script = home.resolve("bootstrap.sql");
        try (OutputStream out = Files.newOutputStream(script)) {
            out.write("create database if not exists mysql;\nuse mysql;\n".getBytes(StandardCharsets.US_ASCII));
            for (String name : SCRIPTS) {
                Files.copy(binaries.base().resolve("share/" + name + ".sql"), out);
            }
        }
        List<String> command = new ArrayList<>(options);
        command.add("--bootstrap");
        Path log = home.resolve("bootstrap.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(script.toFile())
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The embedded MariaDB could not make its tables; read " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        Files.createFile(done);
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
