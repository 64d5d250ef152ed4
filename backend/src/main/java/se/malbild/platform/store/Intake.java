// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import se.malbild.platform.Sha256;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** What every store does with what comes in: writes it to a file of its own, counts it, works out its address. */
final class Intake {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");

    private Intake() {}

    /** Writes the stream to disk, synced. */
    static FileStore.Stored take(InputStream content, Path target, long limitBytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = copy(new DigestInputStream(content, digest), target, limitBytes);
        return new FileStore.Stored(HexFormat.of().formatHex(digest.digest()), size);
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

    /** A full disk in words; anything else as it is. */
    static RuntimeException problem(IOException e) {
        boolean full = e.getMessage() != null && e.getMessage().contains("No space left");
        return full ? ProblemException.of(ProblemType.STORAGE_FULL) : new UncheckedIOException(e);
    }

    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    static void requireAddress(String sha256) {
        if (!isAddress(sha256)) {
            throw new IllegalArgumentException("not an address");
        }
    }
}
