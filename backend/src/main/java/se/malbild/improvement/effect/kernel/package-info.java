// SPDX-License-Identifier: EUPL-1.2
/**
 * Whether a change was followed by an effect (effekt, SCORING §6): pure functions over monthly values, from the weakest method to the
 * strongest, and the choice between them. Nothing here proves a cause. Begin with {@link se.malbild.improvement.effect.kernel.Evaluation}.
 */
@NullMarked
package se.malbild.improvement.effect.kernel;

import org.jspecify.annotations.NullMarked;
