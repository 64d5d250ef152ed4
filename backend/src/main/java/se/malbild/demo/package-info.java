// SPDX-License-Identifier: EUPL-1.2
/**
 * Fills a fictitious authority (<i>Länsstyrelsen Exempel</i>) by the product's own services, so that a newcomer meets every page alive.
 * Stands above all features and is used by none; writes no SQL of its own. Everything is drawn with a fixed seed: the same day gives the
 * same authority, identities aside. Begin with {@code Demo}.
 */
@NullMarked
package se.malbild.demo;

import org.jspecify.annotations.NullMarked;
