// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with something that is no record: an item of the inbox that is in no case yet, or evidence.
 *
 * @param holderId what it came with
 * @param size in bytes
 * @param mediaType by content
 * @param quarantine why its bytes are withheld, apart from the scan
 */
public record ReceivedFile(
        UUID id,
        UUID authorityId,
        Holder holder,
        UUID holderId,
        int position,
        String fileName,
        long size,
        String sha256,
        @Nullable String declaredType,
        String mediaType,
        boolean typeMismatch,
        @Nullable Quarantine quarantine,
        RecordFile.Scan scan,
        UUID createdBy,
        Instant createdAt) {

    /** What a file comes with. */
    public enum Holder {
        ITEM,
        EVIDENCE;

        /** As stored, and in events. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that code. */
        static Holder of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Where its scan stands, as in the contract. */
    public String scanCode() {
        return scan.code();
    }

    /** Its name without the ending: title of the record it becomes where it is not the first. */
    String title() {
        String bare = fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "")
                .replace('_', ' ')
                .strip();
        return bare.isEmpty() ? fileName : bare;
    }
}
