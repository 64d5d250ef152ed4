// SPDX-License-Identifier: EUPL-1.2
/**
 * Maturity models in and out as YAML 1.2, JSON and workbooks (SCORING §8): whatever the format, a file becomes one tree of
 * {@link se.malbild.maturity.model.exchange.Element}s that know where they stand, and one set of rules is held against it. Begin with
 * {@link se.malbild.maturity.model.exchange.ModelFile}.
 */
@NullMarked
package se.malbild.maturity.model.exchange;

import org.jspecify.annotations.NullMarked;
