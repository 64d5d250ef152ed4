// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.jspecify.annotations.Nullable;

/** Decides what a file is from its content, never from its name, and whether its bytes may be given out (CASES §7). Thread-safe. */
final class FileInspection {
    private static final Tika TIKA = new Tika();
    private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();
    private static final String UNKNOWN = "application/octet-stream";
    /** Kinds of text that only their name tells apart and that are harmless either way. */
    private static final Set<String> TEXTS = Set.of("text/csv", "message/rfc822");

    private FileInspection() {}

    /**
     * Looks into the file.
     *
     * @param declared the type that was told, if any
     */
    static Inspected inspect(Path file, String fileName, @Nullable String declared) throws IOException {
        Found found = find(file, fileName);
        boolean mismatch =
                differs(found.mediaType(), declared) || differs(found.mediaType(), TIKA.detect(plain(fileName)));
        Quarantine reason = found.reason();
        if (reason == null && !AllowedTypes.contains(found.mediaType())) {
            reason = found.mediaType().equals(AllowedTypes.OLE)
                    ? Quarantine.NOT_CHECKABLE
                    : mismatch ? Quarantine.DISGUISED : Quarantine.TYPE_NOT_ALLOWED;
        }
        return new Inspected(found.mediaType(), mismatch, reason);
    }

    private record Found(String mediaType, @Nullable Quarantine reason) {}

    private static Found find(Path file, String fileName) throws IOException {
        String byContent;
        try (InputStream in = Files.newInputStream(file)) {
            byContent = TIKA.detect(in);
        }
        if (byContent.equals(AllowedTypes.ZIP) || isA(byContent, AllowedTypes.ZIP)) {
            ArchiveInspection.Seen seen = ArchiveInspection.look(file);
            return new Found(seen.mediaType(), seen.reason());
        }
        if (byContent.equals(AllowedTypes.PDF)) {
            return new Found(byContent, lookIntoPdf(file));
        }
        if (byContent.equals(AllowedTypes.OLE)) {
            return new Found(byContent, OleInspection.look(file));
        }
        if (byContent.equals(AllowedTypes.TEXT)) {
            String byName = TIKA.detect(plain(fileName));
            return new Found(TEXTS.contains(byName) ? byName : byContent, null);
        }
        return new Found(byContent, null);
    }

    private static @Nullable Quarantine lookIntoPdf(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return document.isEncrypted() ? Quarantine.ENCRYPTED : null;
        } catch (InvalidPasswordException locked) {
            return Quarantine.ENCRYPTED;
        } catch (IOException | RuntimeException damaged) {
            return Quarantine.NOT_CHECKABLE;
        }
    }

    /** Only what was really told counts: an unknown type says nothing. A text may go under the name of any kind of text. */
    private static boolean differs(String found, @Nullable String told) {
        if (told == null || told.isBlank()) {
            return false;
        }
        MediaType type = MediaType.parse(told.toLowerCase(Locale.ROOT));
        if (type == null) {
            return false;
        }
        String canonical = TYPES.normalize(type.getBaseType()).toString();
        if (canonical.equals(UNKNOWN) || canonical.equals(found)) {
            return false;
        }
        boolean bothPlainText = found.equals(AllowedTypes.TEXT)
                && isA(canonical, AllowedTypes.TEXT)
                && !canonical.equals(AllowedTypes.HTML);
        return !bothPlainText && !(TEXTS.contains(found) && canonical.equals(AllowedTypes.TEXT));
    }

    private static boolean isA(String type, String general) {
        MediaType parsed = MediaType.parse(type);
        return parsed != null && TYPES.isSpecializationOf(parsed, MediaType.parse(general));
    }

    /** The name without any path, so that nothing in it is taken for an address. */
    static String plain(String fileName) {
        String name = fileName.replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
