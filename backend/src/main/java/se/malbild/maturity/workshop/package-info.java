// SPDX-License-Identifier: EUPL-1.2
/**
 * Live workshops (<i>arbetsmöten</i>): a facilitator, a screen and people's phones. Where a workshop stands is one row with an increasing
 * version; whoever shows it reads that row, so a restart, another node or a dropped network changes nothing. Nothing of what is voted
 * leaves the database before the reveal, and then only as {@link se.malbild.maturity.answers.RoundAnswers} lets it. Begin with
 * {@link se.malbild.maturity.workshop.flow.Flow} for the rules, {@link se.malbild.maturity.workshop.Facilitation} for those who lead and
 * {@link se.malbild.maturity.workshop.Attendance} for those who take part.
 */
@NullMarked
package se.malbild.maturity.workshop;

import org.jspecify.annotations.NullMarked;
