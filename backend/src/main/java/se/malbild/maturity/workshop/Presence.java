// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.util.LinkedHashMap;
import java.util.Map;
import se.malbild.maturity.RespondentGroup;

/**
 * How many are here and have voted: never what.
 *
 * @param joined per group, in the order they are shown
 * @param voted per group; absent = none
 */
public record Presence(Map<RespondentGroup, Integer> joined, Map<RespondentGroup, Integer> voted) {

    static Presence of(Workshop workshop, Map<RespondentGroup, Integer> joined, Map<RespondentGroup, Integer> voted) {
        Map<RespondentGroup, Integer> ordered = new LinkedHashMap<>();
        // Who has voted and gone silent has still been here.
        workshop.votingGroups()
                .forEach(group ->
                        ordered.put(group, Math.max(joined.getOrDefault(group, 0), voted.getOrDefault(group, 0))));
        return new Presence(ordered, Map.copyOf(voted));
    }

    /** All who are here. */
    public int people() {
        return joined.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All who have voted. */
    public int votes() {
        return voted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
