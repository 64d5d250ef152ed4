// SPDX-License-Identifier: EUPL-1.2
/**
 * Joint placements (<i>gemensam placering</i>): the shared level of a group too small to answer, given aloud in the room and written down
 * by whoever leads the assessment. No statistics are made of it. Begin with {@link se.malbild.maturity.placement.JointPlacements}.
 */
@NullMarked
package se.malbild.maturity.placement;

import org.jspecify.annotations.NullMarked;
