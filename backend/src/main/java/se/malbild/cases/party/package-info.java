// SPDX-License-Identifier: EUPL-1.2
/**
 * Parties of cases (parter, FL 10 §) in full: what identifies them, how they are reached, who acts for them, and protected personal data
 * (skyddade personuppgifter, CASES §9).
 *
 * <p>The name of somebody protected is kept sealed and stands in no other table, so that no list, search, letter or notice can show it.
 * What is sealed leaves this package only by {@link se.malbild.cases.party.Parties#read}, which is logged. Never put any of it in an address, a log, an event or a
 * problem. Begin with {@link se.malbild.cases.party.Parties}.
 */
@NullMarked
package se.malbild.cases.party;

import org.jspecify.annotations.NullMarked;
