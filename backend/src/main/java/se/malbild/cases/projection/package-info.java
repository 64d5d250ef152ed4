// SPDX-License-Identifier: EUPL-1.2
/**
 * A case as different readers see it (projektioner, CASES §9): the officer, a party, the public, another authority. Each is a pure function
 * of the same record; nothing is read for one of them only, and nobody puts together a view of their own. Begin with {@link
 * se.malbild.cases.projection.Projections}.
 */
@NullMarked
package se.malbild.cases.projection;

import org.jspecify.annotations.NullMarked;
