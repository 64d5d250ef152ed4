// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in a case that is not final: at the closing it is kept or discarded (rensning, CASES §7).
 *
 * @param recordNo number within the case; absent for a note
 * @param title of the record, or the beginning of the note
 * @param standing {@code draft} or {@code working}; a note is working material
 * @param discardable whether there is a choice: what has come in is a public record and is kept (TF 2:9)
 */
public record LooseEnd(
        Kind kind, UUID id, @Nullable Integer recordNo, String title, String standing, boolean discardable) {

    /** Named without its title. */
    LooseEnd untitled() {
        return new LooseEnd(kind, id, recordNo, CaseRecord.NO_TITLE, standing, discardable);
    }

    /** A record or a note to the file. */
    public enum Kind {
        RECORD,
        NOTE;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
