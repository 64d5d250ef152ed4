// SPDX-License-Identifier: EUPL-1.2
/**
 * Drills (<i>övningar</i>): the product is started as a process of its own, hurt, started again and held to its promises from outside, by
 * its API alone. Works on a scratch directory, never on an installation in use. Begin with {@code CrashDrill}.
 */
@NullMarked
package se.malbild.drill;

import org.jspecify.annotations.NullMarked;
