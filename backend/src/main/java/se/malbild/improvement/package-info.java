// SPDX-License-Identifier: EUPL-1.2
/**
 * Improvement (förbättring): where an authority wants to be, what to do first, and who does it when.
 *
 * <p>The target picture (målbild) stands on decided levels; recommendations are ranked by what they lift towards the accepted targets
 * (SCORING §5); the roadmap (färdplan) freezes the indicators an item should move at its start. Nothing here decides a level. Begin
 * with {@link se.malbild.improvement.recommendation.Ranking}.
 */
@NullMarked
package se.malbild.improvement;

import org.jspecify.annotations.NullMarked;
