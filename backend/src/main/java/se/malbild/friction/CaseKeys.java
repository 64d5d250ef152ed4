// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import java.util.Arrays;
import java.util.OptionalInt;
import se.malbild.friction.mined.MinedLog;

/** Keys of cases in addresses: an own case's pseudonym, an imported case's number in its log. They never tell who or which. */
final class CaseKeys {
    private CaseKeys() {}

    static String of(MinedLog log, int c) {
        return log.identity().own()
                ? log.pseudonyms().get(c)
                : Integer.toString(log.caseNumber()[c], Character.MAX_RADIX);
    }

    /** The case of that key, if there is one. */
    static OptionalInt find(MinedLog log, String key) {
        if (log.identity().own()) {
            int c = log.pseudonyms().indexOf(key);
            return c < 0 ? OptionalInt.empty() : OptionalInt.of(c);
        }
        try {
            int c = Arrays.binarySearch(
                    log.caseNumber(), 0, log.log().cases(), Integer.parseInt(key, Character.MAX_RADIX));
            return c < 0 ? OptionalInt.empty() : OptionalInt.of(c);
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }
}
