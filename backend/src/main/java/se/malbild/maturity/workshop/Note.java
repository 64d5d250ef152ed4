// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something written down in the room.
 *
 * @param criterion the question it was said at
 * @param owner who does it, as written
 * @param dueOn last day
 * @param settled taken up or done
 * @param themeId the heading of "stop, start, keep" it comes from
 */
public record Note(
        UUID id,
        Kind kind,
        String text,
        @Nullable String criterion,
        @Nullable String owner,
        @Nullable LocalDate dueOn,
        boolean settled,
        @Nullable UUID themeId) {

    /** What it is for. */
    public enum Kind {
        /** To be taken up later (parkering). */
        PARKING_LOT,
        /** Somebody does something by a day (åtgärd). */
        ACTION,
        /** Said in the talk. */
        NOTE;

        /** As stored and in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
