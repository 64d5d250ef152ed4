// SPDX-License-Identifier: EUPL-1.2
/**
 * The same figures beside other authorities (jämförelse), SCORING §6. An authority gives a value of its own choice; values of the same
 * measure, year and comparable kind are frozen together in a cohort, and each of its members sees the others as a band. Nobody ever sees
 * another's value: only {@code cohort} reads values of several contributors, and only to make bands of them.
 *
 * <p>Begin with {@code kernel}, which holds the formulas, then {@code contribution}, then {@code cohort}.
 */
@NullMarked
package se.malbild.benchmark;

import org.jspecify.annotations.NullMarked;
