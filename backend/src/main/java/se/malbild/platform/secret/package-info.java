// SPDX-License-Identifier: EUPL-1.2
/**
 * What is kept so that whoever reads the database alone does not learn it: sealed values and keyed hashes, with keys made of the
 * installation's secret. Begin with {@link se.malbild.platform.secret.SealingKey}.
 */
@NullMarked
package se.malbild.platform.secret;

import org.jspecify.annotations.NullMarked;
