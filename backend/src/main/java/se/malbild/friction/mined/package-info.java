// SPDX-License-Identifier: EUPL-1.2
/** Event logs kept by an authority: imported ones as compressed columns, and its own cases as a log that grows. {@code MinedLogs} opens one for a reader. */
@NullMarked
package se.malbild.friction.mined;

import org.jspecify.annotations.NullMarked;
