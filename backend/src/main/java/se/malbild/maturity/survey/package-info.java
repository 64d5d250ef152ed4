// SPDX-License-Identifier: EUPL-1.2
/**
 * Surveys (<i>enkäter</i>): opening, ways in, answering and closing. A participant has no account: a code is traded for a random session.
 * Nothing of what is answered reaches an event, a log or a row of a person. Begin with {@link se.malbild.maturity.survey.Surveys} for
 * those who lead and {@link se.malbild.maturity.survey.Participation} for those who answer.
 */
@NullMarked
package se.malbild.maturity.survey;

import org.jspecify.annotations.NullMarked;
