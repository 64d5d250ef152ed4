// SPDX-License-Identifier: EUPL-1.2
/**
 * Closed cases opened one at a time: by break-glass (<i>nödöppning</i>), which is told at once and reviewed, and by an auditor for a stated
 * reason (CASES §12). Begin with {@code Openings}; what an opening does to the scope stands in {@code CaseScope}.
 */
@NullMarked
package se.malbild.cases.opening;

import org.jspecify.annotations.NullMarked;
