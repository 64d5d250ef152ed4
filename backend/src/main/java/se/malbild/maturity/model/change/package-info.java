// SPDX-License-Identifier: EUPL-1.2
/** What differs between two versions of a maturity model, and what becomes of earlier results (SCORING §1). Pure functions. */
@NullMarked
package se.malbild.maturity.model.change;

import org.jspecify.annotations.NullMarked;
