// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a zip file and what builds on it (office documents): tells which it is, and finds macros, paths that lead out, encryption
 * and expansion over 100:1 (CASES §7). Expands as a stream and stops at the first reason; keeps nothing.
 */
final class ArchiveInspection {
    /** Above this many times its own size a file is taken for a bomb. */
    private static final long MOST_EXPANSION = 100;
    /** Small archives may expand this far whatever the ratio: a few kilobytes of XML repeat themselves. */
    private static final long HARMLESS_BYTES = 4L << 20;
    /** Archives in archives. */
    private static final int DEEPEST = 3;

    private static final int MOST_ENTRIES = 100_000;
    private static final Pattern LEADS_OUT = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)|^[/\\\\]|^[A-Za-z]:|\\x00");

    private final long limit;
    private final Set<String> names = new HashSet<>();
    private long expanded;
    private @Nullable String mimetype;

    private ArchiveInspection(long limit) {
        this.limit = limit;
    }

    /** What the archive is and why it is withheld, if it is. */
    record Seen(String mediaType, @Nullable Quarantine reason) {}

    static Seen look(Path file) throws IOException {
        ArchiveInspection inspection =
                new ArchiveInspection(Math.max(HARMLESS_BYTES, MOST_EXPANSION * Files.size(file)));
        Quarantine reason;
        try (ZipFile whole = new ZipFile(file.toFile());
                InputStream in = Files.newInputStream(file)) {
            // The directory at the end and the stream from the beginning may tell different things; both are looked at.
            reason = whole.stream()
                    .map(entry -> ofName(entry.getName()))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (reason == null) {
                reason = inspection.expand(in, 1);
            }
            whole.stream().forEach(entry -> inspection.names.add(entry.getName()));
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            reason = inspection.expanded > inspection.limit
                    ? Quarantine.ARCHIVE_EXPANSION
                    : isEncrypted(damaged) ? Quarantine.ENCRYPTED : Quarantine.NOT_CHECKABLE;
        }
        return new Seen(inspection.type(), reason);
    }

    private @Nullable Quarantine expand(InputStream in, int depth) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Quarantine reason = ofName(entry.getName());
            if (reason != null) {
                return reason;
            }
            if (depth == 1) {
                names.add(entry.getName());
            }
            if (names.size() > MOST_ENTRIES) {
                return Quarantine.ARCHIVE_EXPANSION;
            }
            reason = entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip")
                    ? inside(zip, depth)
                    : count(zip, depth == 1 && entry.getName().equals("mimetype"));
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable Quarantine inside(InputStream inner, int depth) throws IOException {
        if (depth == DEEPEST) {
            return Quarantine.ARCHIVE_EXPANSION;
        }
        Quarantine reason = expand(new Counting(inner), depth + 1);
        // What follows the inner archive is expanded too, by whoever opens it.
        return reason != null ? reason : count(inner, false);
    }

    private @Nullable Quarantine count(InputStream entry, boolean keep) throws IOException {
        byte[] buffer = new byte[1 << 14];
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            expanded += read;
            if (expanded > limit) {
                return Quarantine.ARCHIVE_EXPANSION;
            }
            if (keep && kept.size() < 200) {
                kept.write(buffer, 0, read);
            }
        }
        if (keep) {
            mimetype = kept.toString(StandardCharsets.US_ASCII).strip();
        }
        return null;
    }

    /** Counts what an inner archive itself takes, so that one packed hard into another is no way around the limit. */
    private final class Counting extends java.io.FilterInputStream {
        Counting(InputStream inner) {
            super(inner);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            expanded += Math.max(0, read);
            return expanded > limit ? -1 : read;
        }
    }

    private static @Nullable Quarantine ofName(String name) {
        if (LEADS_OUT.matcher(name).find()) {
            return Quarantine.ARCHIVE_PATHS;
        }
        String plain = name.toLowerCase(Locale.ROOT);
        boolean macros = plain.endsWith("vbaproject.bin") || plain.startsWith("basic/") || plain.startsWith("scripts/");
        return macros ? Quarantine.MACROS : null;
    }

    private String type() {
        if (mimetype != null && mimetype.startsWith(AllowedTypes.OPEN_DOCUMENT)) {
            return mimetype;
        }
        if (!names.contains("[Content_Types].xml")) {
            return AllowedTypes.ZIP;
        }
        if (names.contains("word/document.xml")) {
            return AllowedTypes.DOCX;
        }
        if (names.contains("xl/workbook.xml")) {
            return AllowedTypes.XLSX;
        }
        return names.contains("ppt/presentation.xml") ? AllowedTypes.PPTX : AllowedTypes.ZIP;
    }

    private static boolean isEncrypted(Exception damaged) {
        return String.valueOf(damaged.getMessage()).contains("encrypted");
    }
}
