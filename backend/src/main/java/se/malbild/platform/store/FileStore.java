// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Files outside the database, addressed by (authority, SHA-256). Bytes are on disk before {@link #put} returns; the row that refers to
 * them is committed after. Thread-safe.
 */
@Singleton
public class FileStore {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path root;

    FileStore(@Value("${malbild.files:data/files}") String root) {
        this.root = Path.of(root).toAbsolutePath();
    }

    /**
     * A stored file.
     *
     * @param sha256 its address, 64 hexadecimal digits
     * @param size in bytes
     */
    public record Stored(String sha256, long size) {}

    /**
     * Takes in a whole stream.
     *
     * @throws ProblemException 413 beyond {@code limitBytes}, 507 when the disk is full; nothing is kept then
     */
    public Stored put(UUID authorityId, InputStream content, long limitBytes) {
        Path folder = root.resolve(authorityId.toString());
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, "in", ".part");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(new DigestInputStream(content, digest), temporary, limitBytes);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            Path target = path(authorityId, sha256);
            Path shelf = Objects.requireNonNull(target.getParent());
            Files.createDirectories(shelf);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(shelf);
            return new Stored(sha256, size);
        } catch (IOException e) {
            discard(temporary);
            throw isFull(e) ? ProblemException.of(ProblemType.STORAGE_FULL) : new java.io.UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (RuntimeException e) {
            discard(temporary);
            throw e;
        }
    }

    /** Opens a stored file. */
    public InputStream open(UUID authorityId, String sha256) throws IOException {
        return Files.newInputStream(path(authorityId, sha256));
    }

    /** Size of a stored file in bytes. */
    public long size(UUID authorityId, String sha256) throws IOException {
        return Files.size(path(authorityId, sha256));
    }

    /** Authorities that have files. */
    List<UUID> authorities() throws IOException {
        return list(root).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> UUID_FORM.matcher(name).matches())
                .map(UUID::fromString)
                .toList();
    }

    /** Addresses of an authority's files that were last stored before {@code limit}. */
    List<String> olderThan(UUID authorityId, Instant limit) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : list(root.resolve(authorityId.toString()))) {
            for (Path file : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
                if (ADDRESS.matcher(file.getFileName().toString()).matches() && isOlder(file, limit)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    /** Removes a file unless it has been stored again since {@code limit}. */
    boolean removeIfOlder(UUID authorityId, String sha256, Instant limit) throws IOException {
        Path file = path(authorityId, sha256);
        return isOlder(file, limit) && Files.deleteIfExists(file);
    }

    /** Removes what is left of uploads that were cut off before {@code limit}; says how many. */
    int removeUnfinished(UUID authorityId, Instant limit) throws IOException {
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
        if (!ADDRESS.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not an address");
        }
        return root.resolve(authorityId.toString())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }

    private static long copy(InputStream in, Path target, long limitBytes) throws IOException {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limitBytes) {
                    throw ProblemException.of(
                            ProblemType.TOO_LARGE,
                            "Filen får vara högst %d MB.".formatted(limitBytes >> 20),
                            "The file may be at most %d MB.".formatted(limitBytes >> 20));
                }
                for (ByteBuffer part = ByteBuffer.wrap(buffer, 0, read); part.hasRemaining(); ) {
                    out.write(part);
                }
            }
            out.force(true);
            return size;
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static boolean isFull(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("No space left");
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
