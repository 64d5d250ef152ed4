// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/** Opaque cursors of keyset pages: the sort values of the last row shown. */
public final class Cursors {
    private static final String SEPARATOR = "\u001f";

    private Cursors() {}

    /** Packs sort values, none of which may hold the unit separator U+001F. */
    public static String encode(Object... values) {
        String joined = String.join(
                SEPARATOR, List.of(values).stream().map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Unpacks {@code parts} values, or null for the first page.
     *
     * @throws ProblemException 400 when it is not a cursor of this list
     */
    public static @Nullable List<String> decode(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return null;
        }
        try {
            List<String> values = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (values.size() == parts) {
                return values;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the problem
        }
        throw notACursor();
    }

    /** An identity in a cursor. */
    public static UUID uuid(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw notACursor();
        }
    }

    /** An instant in a cursor. */
    public static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw notACursor();
        }
    }

    /** A date in a cursor. */
    public static LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw notACursor();
        }
    }

    /** A whole number in a cursor. */
    public static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw notACursor();
        }
    }

    private static ProblemException notACursor() {
        return ProblemException.invalid(
                "query/cursor",
                "not_a_cursor",
                "Använd värdet i next från sidan före.",
                "Use the next value of the page before.");
    }
}
