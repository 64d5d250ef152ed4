// SPDX-License-Identifier: EUPL-1.2
/**
 * The rules of a live workshop (<i>arbetsmöte</i>) as pure functions: which act leads from which state to which, how its clock counts and
 * how its agenda keeps the time (SCORING §7). They know no database and no framework. Begin with
 * {@link se.malbild.maturity.workshop.flow.Flow}.
 */
@NullMarked
package se.malbild.maturity.workshop.flow;

import org.jspecify.annotations.NullMarked;
