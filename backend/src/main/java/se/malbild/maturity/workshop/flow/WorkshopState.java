// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import java.util.Locale;

/** How far a workshop has come with the question it is at. */
public enum WorkshopState {
    /** People join; no question has been put. */
    LOBBY,
    /** The question takes votes. */
    OPEN,
    /** Votes are counted; nobody has seen them. */
    CLOSED,
    /** The result is on the screen. */
    REVEALED,
    /** It is talked about. */
    DISCUSSING,
    /** A level is proposed. */
    DECIDED,
    /** Left for later. */
    PARKED,
    /** Over; nothing changes any more. */
    ENDED;

    /** As stored and in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that code. */
    public static WorkshopState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the result of the round may be read. */
    public boolean showsResult() {
        return this == REVEALED || this == DISCUSSING || this == DECIDED;
    }

    /** Whether there are votes or counts that nobody has seen. */
    boolean isHidden() {
        return this == OPEN || this == CLOSED;
    }
}
