// SPDX-License-Identifier: EUPL-1.2
/**
 * Whether what was done had an effect (effekt): the months of each indicator an item of the roadmap should move, the verdict in words, and
 * why nothing stronger can be said. Begin with {@link se.malbild.improvement.effect.Effects}; the formulas are in {@code kernel}.
 */
@NullMarked
package se.malbild.improvement.effect;

import org.jspecify.annotations.NullMarked;
