// SPDX-License-Identifier: EUPL-1.2
/**
 * Conflicts of interest (<i>jäv</i>, FL 16–18 §§): who has declared one, how it was ruled, and the marks on the case by which everybody's
 * scope is judged. Begin with {@code ConflictMarks}; the acts stand in {@code Conflicts} of the package above.
 */
@NullMarked
package se.malbild.cases.conflict;

import org.jspecify.annotations.NullMarked;
