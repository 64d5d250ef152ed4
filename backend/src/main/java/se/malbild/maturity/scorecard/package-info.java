// SPDX-License-Identifier: EUPL-1.2
/**
 * The scorecard (<i>resultat</i>): for each criterion what the groups say, what is measured, what is verified and what is decided, side by
 * side, with what is worth talking about. Nothing is averaged and no groups are pooled. Begin with
 * {@link se.malbild.maturity.scorecard.Scorecards}.
 */
@NullMarked
package se.malbild.maturity.scorecard;

import org.jspecify.annotations.NullMarked;
