// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import se.malbild.platform.Sha256;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * A whole file on this machine for the moment, with its hash: for looking into it, or for knowing that it is what was registered before the
 * first byte is given out. Gone when closed, or when a stream that {@link #release} gave is.
 */
final class Scratch implements AutoCloseable {
    private final Path path;
    private final String sha256;
    private boolean released;

    private Scratch(Path path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /** Copies the stream and closes it. */
    static Scratch of(InputStream content) throws IOException {
        Path path = Files.createTempFile("malbild-file", ".part");
        try (InputStream in = content;
                OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = Sha256.digest();
            new DigestInputStream(in, digest).transferTo(out);
            return new Scratch(path, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    String sha256() {
        return sha256;
    }

    long size() throws IOException {
        return Files.size(path);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** A stream that takes the file away when it is closed. */
    InputStream release() throws IOException {
        InputStream in = Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
        released = true;
        return in;
    }

    @Override
    public void close() throws IOException {
        if (!released) {
            Files.deleteIfExists(path);
        }
    }

    /** A full disk in words; anything else as it is. */
    static RuntimeException problem(IOException e) {
        return String.valueOf(e.getMessage()).contains("No space left")
                ? ProblemException.of(ProblemType.STORAGE_FULL)
                : new UncheckedIOException(e);
    }
}
