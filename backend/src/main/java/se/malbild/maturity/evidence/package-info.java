// SPDX-License-Identifier: EUPL-1.2
/**
 * Evidence (underlag) for a level, checked by somebody who did not submit it, for a time (SCORING §1, §2). Begin with
 * {@link se.malbild.maturity.evidence.Verification}.
 */
@NullMarked
package se.malbild.maturity.evidence;

import org.jspecify.annotations.NullMarked;
