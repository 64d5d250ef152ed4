// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

/**
 * A group of an assessment.
 *
 * @param invited number of people; at least 5
 */
public record InvitedGroup(RespondentGroup group, int invited) {
    /** Below this nothing that the group says could ever be shown (SCORING §4). */
    public static final int FEWEST = 5;
}
