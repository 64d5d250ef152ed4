// SPDX-License-Identifier: EUPL-1.2
/**
 * History between assessments (<i>historik</i>): the levels decided of the same scope at several times, and what they stood on. Only what
 * means the same is held against each other (SCORING §1), and groups only where it discloses nobody (SCORING §4). Begin with
 * {@link se.malbild.maturity.history.Histories}.
 */
@NullMarked
package se.malbild.maturity.history;

import org.jspecify.annotations.NullMarked;
