// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseRecord;

/**
 * A version of a record's content, or a rendition of one (version, återgivning). Never changed once it is there, save for the scan and a release from quarantine.
 *
 * @param n number among those of its kind, from 1
 * @param parentId for a rendition, the file it was made from
 * @param size in bytes; absent for text that was drawn up here
 * @param mediaType by content
 * @param quarantine why its bytes are withheld, apart from the scan, unless {@code released}
 * @param released whether two persons have released it from quarantine
 * @param note for a redacted copy, on what ground
 */
public record RecordFile(
        UUID id,
        UUID authorityId,
        UUID caseId,
        UUID recordId,
        Kind kind,
        int n,
        @Nullable UUID parentId,
        String fileName,
        @Nullable Long size,
        String sha256,
        @Nullable String declaredType,
        String mediaType,
        boolean typeMismatch,
        @Nullable Quarantine quarantine,
        boolean released,
        Scan scan,
        @Nullable String note,
        @Nullable UUID createdBy,
        Instant createdAt) {

    /** What it is to the record. */
    public enum Kind {
        VERSION,
        ARCHIVAL_COPY,
        REDACTED_COPY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Where the malware scan stands. */
    public enum Scan {
        PENDING,
        CLEAN,
        INFECTED,
        ERROR,
        /** No scanner is configured. */
        NOT_SCANNED,
        /** Made by the service itself. */
        DRAWN_UP;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Scan of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The content of a record that was drawn up here as text; it bears the record's own identity. */
    static RecordFile drawnUp(CaseRecord record, String sha256, String mediaType) {
        return new RecordFile(
                record.id(),
                record.authorityId(),
                record.caseId(),
                record.id(),
                Kind.VERSION,
                1,
                null,
                record.title() + (mediaType.startsWith(AllowedTypes.HTML) ? ".html" : ".txt"),
                null,
                sha256,
                null,
                mediaType,
                false,
                null,
                false,
                Scan.DRAWN_UP,
                null,
                record.createdBy(),
                record.createdAt());
    }

    /** Whether pages can be shown and redacted. */
    boolean hasPages() {
        return mediaType.equals(AllowedTypes.PDF) || AllowedTypes.IMAGES.contains(mediaType);
    }

    /** Whether the service can render it as an archival copy itself. */
    boolean renderable() {
        return kind == Kind.VERSION
                && (mediaType.startsWith("text/plain")
                        || mediaType.startsWith("text/csv")
                        || (mediaType.startsWith(AllowedTypes.HTML) && scan == Scan.DRAWN_UP)
                        || AllowedTypes.IMAGES.contains(mediaType));
    }
}
