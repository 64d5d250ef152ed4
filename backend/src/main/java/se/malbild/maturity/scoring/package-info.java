// SPDX-License-Identifier: EUPL-1.2
/**
 * The formulas of maturity (SCORING §3, §4) as pure functions over counts: group level, agreement, intervals, role gap, indicator
 * level, nyttogap, suppression. They know no database, no clock and no framework. Levels are ordinal and never averaged. Begin with
 * {@link se.malbild.maturity.scoring.Counts}.
 */
@NullMarked
package se.malbild.maturity.scoring;

import org.jspecify.annotations.NullMarked;
