// SPDX-License-Identifier: EUPL-1.2
/**
 * Cohorts (jämförelsegrupper): frozen each night where enough have given, and shown to their members as bands. Begin with
 * {@link se.malbild.benchmark.cohort.Freezing}; what a member sees is {@link se.malbild.benchmark.cohort.Comparisons}.
 */
@NullMarked
package se.malbild.benchmark.cohort;

import org.jspecify.annotations.NullMarked;
