// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A way to reach a party.
 *
 * @param value postal address in lines, address of e-mail or telephone number
 */
public record Contact(Kind kind, String value) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,200}\\.[^\\s@.]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/-]{5,30}");

    /** Post, e-mail or telephone. */
    public enum Kind {
        POST,
        EMAIL,
        PHONE;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it can be what it says. */
    public boolean isSound() {
        return switch (kind) {
            case POST -> !value.isBlank();
            case EMAIL -> EMAIL.matcher(value).matches();
            case PHONE -> PHONE.matcher(value).matches();
        };
    }
}
