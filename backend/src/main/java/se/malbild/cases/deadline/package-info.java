// SPDX-License-Identifier: EUPL-1.2
/**
 * Deadlines (<i>frister</i>): the Swedish calendar, how periods are counted and when something has arrived. Pure functions of dates;
 * knows no clock and no database. Begin with {@code DueDates}.
 */
@NullMarked
package se.malbild.cases.deadline;

import org.jspecify.annotations.NullMarked;
