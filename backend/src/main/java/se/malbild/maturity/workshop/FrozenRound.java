// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.util.List;
import se.malbild.maturity.answers.GroupRating;
import se.malbild.platform.Text;

/**
 * The result of a round as it was revealed: what may be shown, and nothing else. Never recomputed.
 *
 * @param reading the result in a sentence
 * @param groups in the order they are shown
 */
public record FrozenRound(String criterion, int round, Text reading, List<GroupRating> groups) {

    /** As it is kept, with the hash of its text. */
    public record Kept(FrozenRound content, String hash) {}
}
