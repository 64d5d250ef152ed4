// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept sealed of a party.
 *
 * @param name absent where it is not protected and stands in the open
 * @param number digits of a Swedish number, or a foreign one as it was written
 * @param reason why there is no Swedish number
 */
public record PartySecrets(
        @Nullable String name,
        @Nullable String number,
        @Nullable String reason,
        List<Contact> contacts) {
    /** Nothing. */
    public static final PartySecrets NONE = new PartySecrets(null, null, null, List.of());
}
