// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files for tests that lie beside the project and are not part of it; a test that needs one is skipped where they are missing. */
public final class Shared {
    private Shared() {}

    /** The file or folder {@code ../shared/data/<name>}, or a skipped test. */
    public static Path data(String name) {
        String moved = System.getenv("MALBILD_SHARED");
        Path root = moved == null ? Path.of("..", "..", "shared") : Path.of(moved);
        Path file = root.resolve("data").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "needs " + file + ", which is not here");
        return file;
    }
}
