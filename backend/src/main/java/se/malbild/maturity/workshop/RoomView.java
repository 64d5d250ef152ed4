// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.model.MaturityModel;

/**
 * What everybody in the room may see. Before the reveal it holds nothing of what was voted.
 *
 * @param results revealed rounds of the question it is at, first to last; empty unless the state shows them
 * @param at when it was read
 * @param board "stop, start, keep", while that is what is shown
 */
public record RoomView(
        Workshop workshop,
        MaturityModel model,
        Presence presence,
        List<FrozenRound.Kept> results,
        Instant at,
        Board.@Nullable Seen board) {

    /** The result of the round the workshop is at. */
    public Optional<FrozenRound.Kept> result() {
        return results.stream()
                .filter(each -> each.content().round() == workshop.round())
                .findFirst();
    }

    /** Those of earlier rounds. */
    public List<FrozenRound.Kept> earlier() {
        return results.stream()
                .filter(each -> each.content().round() < workshop.round())
                .toList();
    }
}
