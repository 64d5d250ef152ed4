// SPDX-License-Identifier: EUPL-1.2
/**
 * The three sources of a criterion side by side: what groups say, what is measured, what evidence verifies (SCORING §2). Nothing is
 * computed from them together. Begin with {@link se.malbild.maturity.source.Sources}.
 */
@NullMarked
package se.malbild.maturity.source;

import org.jspecify.annotations.NullMarked;
