// SPDX-License-Identifier: EUPL-1.2
/**
 * The register (<i>diariet</i>): registration numbers without gaps (OSL 5:1) and the public register. Begin with {@code NumberSeries}.
 */
@NullMarked
package se.malbild.cases.register;

import org.jspecify.annotations.NullMarked;
