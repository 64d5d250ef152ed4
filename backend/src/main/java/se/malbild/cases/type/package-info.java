// SPDX-License-Identifier: EUPL-1.2
/**
 * Case types (<i>ärendetyper</i>): versioned configuration of form, steps, deadlines, decisions and retention. A published version is
 * immutable and a running case keeps the one it was registered under. Begin with {@code CaseType}.
 */
@NullMarked
package se.malbild.cases.type;

import org.jspecify.annotations.NullMarked;
