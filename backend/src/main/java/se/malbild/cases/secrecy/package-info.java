// SPDX-License-Identifier: EUPL-1.2
/**
 * Secrecy markings (<i>sekretessmarkeringar</i>, OSL 5:5 §) and compartments (<i>avskärmningar</i>, OSL 8:2 §): what was marked, who is
 * inside, and the keys a person holds beside the roles. Begin with {@code Compartments}; the acts on a case stand in
 * {@code SecrecyMarkings} of the package above, and what they do to everybody's sight in {@code CaseScope}.
 */
@NullMarked
package se.malbild.cases.secrecy;

import org.jspecify.annotations.NullMarked;
