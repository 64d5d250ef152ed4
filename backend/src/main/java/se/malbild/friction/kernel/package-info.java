// SPDX-License-Identifier: EUPL-1.2
/**
 * Pure functions over a log's columns and a set of its cases: single passes over primitive arrays. Formulas: {@code docs/friction.md}.
 * Knows no database and no framework.
 */
@NullMarked
package se.malbild.friction.kernel;

import org.jspecify.annotations.NullMarked;
