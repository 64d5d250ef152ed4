// SPDX-License-Identifier: EUPL-1.2
/** The formulas of the benchmark (SCORING §6), pure functions. The vectors of the set {@code benchmark} are their tests. */
@NullMarked
package se.malbild.benchmark.kernel;

import org.jspecify.annotations.NullMarked;
