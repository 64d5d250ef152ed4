// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.user.Account;
import se.malbild.maturity.Assessment;
import se.malbild.maturity.workshop.flow.WorkshopAction;

/**
 * What a facilitator sees: the room, and what it takes to lead it.
 *
 * @param rounds all revealed rounds
 * @param people owners of targets, by identity
 * @param top what got most dots in "stop, start, keep"
 * @param idle joined, silent and without a vote in the round
 */
public record Desk(
        RoomView room,
        Assessment assessment,
        List<FrozenRound.Kept> rounds,
        List<Note> notes,
        int idle,
        List<WorkshopAction> acts,
        Map<UUID, Account> people,
        List<Board.Top> top) {

    /** Whether no group has enough people for its result to be shown. */
    public boolean tooFew() {
        return room.presence().joined().values().stream().noneMatch(people -> people >= Facilitation.FEWEST_SHOWN);
    }
}
