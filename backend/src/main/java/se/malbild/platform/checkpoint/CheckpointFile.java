// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.checkpoint;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import se.malbild.platform.Sha256;

/**
 * A checkpoint as a file of lines that people can read: what it is, one line for each chain that has moved since the one before, and
 * last the signature (Ed25519 over the SHA-256 of all lines before it). Read and written as a stream: the first one of an
 * installation may name millions of chains.
 */
final class CheckpointFile {
    private static final String FORMAT = "malbild-checkpoint 1";
    private static final String SIGNATURE = "signature ";

    private CheckpointFile() {}

    /**
     * What a checkpoint says of itself.
     *
     * @param number 1, 2, 3 … within the authority
     * @param previous SHA-256 of the file before it, in hexadecimal; 64 zeros for the first
     * @param key the public key it is signed with, base64
     */
    record Header(UUID authorityId, int number, Instant at, String previous, String key) {

        List<String> lines() {
            return List.of(
                    FORMAT,
                    "authority " + authorityId,
                    "number " + number,
                    "at " + at,
                    "previous " + previous,
                    "key " + key);
        }

        static Header read(Iterator<String> lines) {
            if (!FORMAT.equals(lines.next())) {
                throw new IllegalArgumentException("is no checkpoint");
            }
            return new Header(
                    UUID.fromString(value(lines, "authority ")),
                    Integer.parseInt(value(lines, "number ")),
                    Instant.parse(value(lines, "at ")),
                    value(lines, "previous "),
                    value(lines, "key "));
        }

        private static String value(Iterator<String> lines, String name) {
            String line = lines.next();
            if (!line.startsWith(name)) {
                throw new IllegalArgumentException("lacks the line of " + name.strip());
            }
            return line.substring(name.length());
        }
    }

    /** What was read: the header, the SHA-256 of the whole file, and whether the signature is that of the key. */
    record Read(Header header, String sha256, boolean isSigned) {}

    /** Writes a file and brings it to the disk; gives the SHA-256 of the whole of it. Nothing stands under the name until it is whole. */
    static String write(Path file, Header header, Iterator<CheckpointHead> heads, CheckpointKey key)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        MessageDigest body = Sha256.digest();
        try (FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
            for (String line : header.lines()) {
                put(out, body, line);
            }
            while (heads.hasNext()) {
                put(out, body, heads.next().line());
            }
            MessageDigest whole = copy(body);
            String signature = SIGNATURE + Base64.getEncoder().encodeToString(key.sign(body.digest()));
            put(out, whole, signature);
            out.flush();
            channel.force(true);
            Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            return HexFormat.of().formatHex(whole.digest());
        }
    }

    /**
     * Reads a file, giving each head to {@code reader}.
     *
     * @throws IllegalArgumentException with what is wrong, if it is not whole
     */
    static Read read(Path file, CheckpointKey key, Consumer<CheckpointHead> reader) throws IOException {
        MessageDigest body = Sha256.digest();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            Lines lines = new Lines(in);
            Header header = Header.read(new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public String next() {
                    String line = lines.next();
                    add(body, line);
                    return line;
                }
            });
            String line = lines.next();
            while (!line.startsWith(SIGNATURE)) {
                add(body, line);
                reader.accept(CheckpointHead.of(line));
                line = lines.next();
            }
            MessageDigest whole = copy(body);
            add(whole, line);
            boolean isSigned = header.key().equals(key.publicKey())
                    && key.signed(body.digest(), Base64.getDecoder().decode(line.substring(SIGNATURE.length())));
            return new Read(header, HexFormat.of().formatHex(whole.digest()), isSigned);
        }
    }

    /** Lines of a file; its end is a fault, for the last line says itself that it is the last. */
    private record Lines(BufferedReader in) {
        String next() {
            try {
                String line = in.readLine();
                if (line == null) {
                    throw new IllegalArgumentException("is cut off");
                }
                return line;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void put(BufferedWriter out, MessageDigest digest, String line) throws IOException {
        out.write(line);
        out.write('\n');
        add(digest, line);
    }

    private static void add(MessageDigest digest, String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied", e);
        }
    }
}
