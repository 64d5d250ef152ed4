// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Public event logs that lie beside the project and are not part of it. */
final class Logs {
    private Logs() {}

    /** The log, or null where it is missing. */
    static @Nullable Path find(String name) {
        Path file = folder().resolve(name);
        return Files.exists(file) ? file : null;
    }

    static String missing(String name) {
        return folder().resolve(name) + " is not there (MALBILD_SHARED moves the folder above data)";
    }

    private static Path folder() {
        String moved = System.getenv("MALBILD_SHARED");
        return (moved == null ? Path.of("..", "..", "shared") : Path.of(moved))
                .resolve("data")
                .resolve("logs");
    }
}
