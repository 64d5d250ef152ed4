// SPDX-License-Identifier: EUPL-1.2
/** Substitutions (<i>vikariat</i>): who stands in for whom, from when to when and for what. */
@NullMarked
package se.malbild.access.substitution;

import org.jspecify.annotations.NullMarked;
