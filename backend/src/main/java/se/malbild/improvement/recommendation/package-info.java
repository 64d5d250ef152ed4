// SPDX-License-Identifier: EUPL-1.2
/** Recommendations (rekommendationer): the catalogue and the order to discuss it in. Begin with {@link Ranking}. */
@NullMarked
package se.malbild.improvement.recommendation;

import org.jspecify.annotations.NullMarked;
