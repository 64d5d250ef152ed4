// SPDX-License-Identifier: EUPL-1.2
/**
 * Maturity (<i>mognad</i>): models, assessments, surveys, measured evidence and decided levels. What people say, what is measured and
 * what is verified stand side by side; a person decides. Never shows an answer that could be tied to a person, and never averages
 * levels. Begin with {@link se.malbild.maturity.Assessments}, then {@code scoring} for the formulas and {@code survey} for how answers
 * are counted.
 */
@NullMarked
package se.malbild.maturity;

import org.jspecify.annotations.NullMarked;
