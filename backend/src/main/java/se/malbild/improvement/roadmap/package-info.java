// SPDX-License-Identifier: EUPL-1.2
/** The roadmap (färdplan): who does what when, and how the indicators stood at the start. Begin with {@link Roadmap}. */
@NullMarked
package se.malbild.improvement.roadmap;

import org.jspecify.annotations.NullMarked;
