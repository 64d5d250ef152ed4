// SPDX-License-Identifier: EUPL-1.2
/** What can be compared: the indicators and criteria of the product's model, the shared core (SCORING §6), and with whom. */
@NullMarked
package se.malbild.benchmark.measure;

import org.jspecify.annotations.NullMarked;
