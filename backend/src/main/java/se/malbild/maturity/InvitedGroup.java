// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

/**
 * A group of an assessment.
 *
 * @param invited number of people; at least {@link #FEWEST}, or {@link #FEWEST_JOINT} where they place themselves together
 * @param joint it is too small for answers that could be shown, and gives one shared level in the room instead (gemensam placering)
 */
public record InvitedGroup(RespondentGroup group, int invited, boolean joint) {
    /** Below this nothing that the group says could ever be shown (SCORING §4). */
    public static final int FEWEST = 5;
    /** One person is no group, and what is placed would be that person's answer. */
    public static final int FEWEST_JOINT = 2;

    /** A group that answers. */
    public InvitedGroup(RespondentGroup group, int invited) {
        this(group, invited, false);
    }
}
