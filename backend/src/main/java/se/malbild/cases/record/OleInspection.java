// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Old office files and encrypted new ones (OLE compound files). They are withheld in any case; what their directory names tells why.
 * Names stand there in UTF-16LE, uncompressed ([MS-CFB] §2.6.1).
 */
final class OleInspection {
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] MACROS = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
    private static final int BLOCK = 1 << 16;

    private OleInspection() {}

    static Quarantine look(Path file) throws IOException {
        if (holds(file, ENCRYPTED)) {
            return Quarantine.ENCRYPTED;
        }
        return holds(file, MACROS) ? Quarantine.MACROS : Quarantine.NOT_CHECKABLE;
    }

    private static boolean holds(Path file, byte[] wanted) throws IOException {
        byte[] window = new byte[BLOCK + wanted.length];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(window, kept, BLOCK); read > 0; read = in.readNBytes(window, kept, BLOCK)) {
                int filled = kept + read;
                for (int at = 0; at + wanted.length <= filled; at++) {
                    if (java.util.Arrays.equals(window, at, at + wanted.length, wanted, 0, wanted.length)) {
                        return true;
                    }
                }
                kept = Math.min(wanted.length - 1, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
        return false;
    }
}
