// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

/** How many cannot say, in bands (SCORING §4): the share itself would disclose few. */
public enum DontKnowBand {
    UP_TO_10,
    FROM_10_TO_33,
    A_THIRD_OR_MORE;

    /** The band of the answers; the limits are 10 % and a third. */
    public static DontKnowBand of(Counts counts) {
        if (counts.manyDoNotKnow()) {
            return A_THIRD_OR_MORE;
        }
        return 10L * counts.dontKnow() > counts.respondents() ? FROM_10_TO_33 : UP_TO_10;
    }
}
