// SPDX-License-Identifier: EUPL-1.2
/**
 * What is given to the benchmark, by whom, and taken back. A value is taken from where it is known and read by whoever gave it; nothing
 * here shows one authority another's. Begin with {@link se.malbild.benchmark.contribution.Contributions}.
 */
@NullMarked
package se.malbild.benchmark.contribution;

import org.jspecify.annotations.NullMarked;
