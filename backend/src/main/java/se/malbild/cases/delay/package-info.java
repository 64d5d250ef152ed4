// SPDX-License-Identifier: EUPL-1.2
/**
 * Delay (<i>dröjsmål</i>): notices to the parties (FL 11 §) and their requests that the case be decided (FL 12 §). Holds the rules and
 * rows; the acts stand in {@code Delays} of the package above. Begin with {@code DelayRequest}.
 */
@NullMarked
package se.malbild.cases.delay;

import org.jspecify.annotations.NullMarked;
