// SPDX-License-Identifier: EUPL-1.2
/** When the steps of an assessment are to be done (<i>tidplan</i>): interviews, survey, workshops, decision, report. */
@NullMarked
package se.malbild.maturity.timeline;

import org.jspecify.annotations.NullMarked;
