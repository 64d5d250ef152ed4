// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files in a directory: the default. Each is moved to its place when it is whole and on disk. Thread-safe. */
@Singleton
@Requires(missingBeans = S3Store.class)
class DirectoryStore implements FileStore {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path root;

    DirectoryStore(@Value("${malbild.files:data/files}") String root) {
        this.root = Path.of(root).toAbsolutePath();
    }

    @Override
    public Stored put(UUID authorityId, InputStream content, long limitBytes) {
        Path folder = root.resolve(authorityId.toString());
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, "in", ".part");
            Stored taken = Intake.take(content, temporary, limitBytes);
            Path target = path(authorityId, taken.sha256());
            Path shelf = Objects.requireNonNull(target.getParent());
            Files.createDirectories(shelf);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(shelf);
            return taken;
        } catch (IOException e) {
            discard(temporary);
            throw Intake.problem(e);
        } catch (RuntimeException e) {
            discard(temporary);
            throw e;
        }
    }

    @Override
    public InputStream open(UUID authorityId, String sha256) throws IOException {
        return Files.newInputStream(path(authorityId, sha256));
    }

    @Override
    public long size(UUID authorityId, String sha256) throws IOException {
        return Files.size(path(authorityId, sha256));
    }

    @Override
    public List<UUID> authorities() throws IOException {
        return list(root).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> UUID_FORM.matcher(name).matches())
                .map(UUID::fromString)
                .toList();
    }

    @Override
    public List<String> olderThan(UUID authorityId, Instant limit) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : list(root.resolve(authorityId.toString()))) {
            for (Path file : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
                if (Intake.isAddress(file.getFileName().toString()) && isOlder(file, limit)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    @Override
    public boolean removeIfOlder(UUID authorityId, String sha256, Instant limit) throws IOException {
        Path file = path(authorityId, sha256);
        return isOlder(file, limit) && Files.deleteIfExists(file);
    }

    @Override
    public int removeUnfinished(UUID authorityId, Instant limit) throws IOException {
        int removed = 0;
        for (Path file : list(root.resolve(authorityId.toString()))) {
            if (file.getFileName().toString().endsWith(".part") && isOlder(file, limit) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    private static boolean isOlder(Path file, Instant limit) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(limit);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private Path path(UUID authorityId, String sha256) {
        Intake.requireAddress(sha256);
        return root.resolve(authorityId.toString())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException left) {
                // The nightly sweep takes what is left.
            }
        }
    }
}
