// SPDX-License-Identifier: EUPL-1.2
/** Event logs as primitive columns, and how they are read from files. Knows no database and no framework. */
@NullMarked
package se.malbild.friction.log;

import org.jspecify.annotations.NullMarked;
