// SPDX-License-Identifier: EUPL-1.2
/** Which cases a figure is about, and the figures: pure functions over the kernels' results, without names of people. */
@NullMarked
package se.malbild.friction.figure;

import org.jspecify.annotations.NullMarked;
