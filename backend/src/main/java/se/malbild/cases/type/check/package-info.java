// SPDX-License-Identifier: EUPL-1.2
/**
 * Whether a case type's configuration is fit to be saved and to be published (CASES §6): its shape by a JSON Schema, and what hangs
 * together with what by rules. Pure functions of the configuration; everything wrong is told at once, by JSON pointer. Begin with
 * {@code CaseTypeCheck}.
 */
@NullMarked
package se.malbild.cases.type.check;

import org.jspecify.annotations.NullMarked;
