// SPDX-License-Identifier: EUPL-1.2
/** What improvement builds on: an assessment (nulägesbild) with its model and decided levels, read from maturity in one place. */
@NullMarked
package se.malbild.improvement.assessed;

import org.jspecify.annotations.NullMarked;
