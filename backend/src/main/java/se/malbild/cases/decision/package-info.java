// SPDX-License-Identifier: EUPL-1.2
/**
 * Decisions (<i>beslut</i>): the proposal, what must be in place before signing (FL 25, 31–32 §§) and the text that is signed. Begin
 * with {@code DecisionGuards}.
 */
@NullMarked
package se.malbild.cases.decision;

import org.jspecify.annotations.NullMarked;
