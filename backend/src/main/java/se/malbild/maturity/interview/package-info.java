// SPDX-License-Identifier: EUPL-1.2
/**
 * Interviews (intervjuer): planned with a guide from the model and the largest frictions, noted without names, cut into quotes that are
 * coded, screened and shown (SCORING §1, §3.5, §4). Begin with {@link se.malbild.maturity.interview.Interviews}.
 */
@NullMarked
package se.malbild.maturity.interview;

import org.jspecify.annotations.NullMarked;
