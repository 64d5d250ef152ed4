// SPDX-License-Identifier: EUPL-1.2
/** Known events (kända händelser): what may have moved the figures besides what was done. Begin with {@link KnownEvents}. */
@NullMarked
package se.malbild.improvement.event;

import org.jspecify.annotations.NullMarked;
