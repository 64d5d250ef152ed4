// SPDX-License-Identifier: EUPL-1.2
/** Which class each activity of a log belongs to: suggested by name, confirmed by a person, fixed for own events. */
@NullMarked
package se.malbild.friction.mapping;

import org.jspecify.annotations.NullMarked;
