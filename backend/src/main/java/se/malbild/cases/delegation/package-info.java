// SPDX-License-Identifier: EUPL-1.2
/** Delegations (<i>delegationsordning</i>): who may decide what on the authority's behalf. */
@NullMarked
package se.malbild.cases.delegation;

import org.jspecify.annotations.NullMarked;
