// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import java.util.Locale;
import se.malbild.maturity.scoring.DistributionView;

/** How much of what a group answered is shown, and why not more. */
public enum Shown {
    /** The survey has not closed: nobody reads anything. */
    NOT_CLOSED,
    /** "För få svar för att visas": the same whatever the number, and when it would disclose others. */
    TOO_FEW,
    /** 5–9 answers: level and word. */
    LEVEL,
    /** From 10 answers: counts, figure and interval too. */
    DISTRIBUTION,
    /** The group is placed jointly: it gives one shared level aloud, and no statistics are made of it. */
    JOINT;

    /** As in the contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Shown of(DistributionView view) {
        return switch (view) {
            case NONE -> TOO_FEW;
            case LEVEL -> LEVEL;
            case DISTRIBUTION -> DISTRIBUTION;
        };
    }
}
