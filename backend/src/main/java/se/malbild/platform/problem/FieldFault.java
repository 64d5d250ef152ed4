// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.problem;

import se.malbild.platform.Text;

/**
 * One fault in what was sent.
 *
 * @param pointer JSON pointer into the body, or {@code query/name}, {@code header/name}, {@code path/name}
 * @param code stable name of the fault, {@code lower_snake_case}
 * @param message the fault and what to do, in both languages
 */
public record FieldFault(String pointer, String code, Text message) {

    /** A fault with its sentence in Swedish and English. */
    public static FieldFault of(String pointer, String code, String sv, String en) {
        return new FieldFault(pointer, code, new Text(sv, en));
    }
}
