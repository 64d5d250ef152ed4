// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.workshop.flow;

import java.util.Locale;

/** How far "stop, start, keep" (sluta, börja, fortsätt) has come in a workshop. */
public enum BoardPhase {
    /** Not begun. */
    OFF,
    /** People write notes, in silence. */
    NOTES,
    /** The facilitator puts notes together. */
    SORT,
    /** People place their dots. */
    VOTE,
    /** What got most is on the screen. */
    SHOWN,
    /** Put away. */
    DONE;

    /** As stored and in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase of that code. */
    public static BoardPhase of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it may be taken from here to there. */
    public boolean leadsTo(BoardPhase next) {
        return switch (this) {
            case OFF -> next == NOTES || next == SORT;
            case NOTES -> next == SORT;
            case SORT -> next == NOTES || next == VOTE;
            case VOTE -> next == SORT || next == SHOWN;
            case SHOWN -> next == DONE;
            case DONE -> false;
        };
    }

    /** Whether it is under way, so that no question is put meanwhile. */
    public boolean isUnderWay() {
        return this == NOTES || this == SORT || this == VOTE;
    }

    /** Whether headings and notes can be put in order. */
    public boolean isSorted() {
        return this == NOTES || this == SORT;
    }

    /** Whether it is what the screen and the phones show between two questions. */
    public boolean isSeen() {
        return isUnderWay() || this == SHOWN;
    }
}
