// SPDX-License-Identifier: EUPL-1.2
/** The maturity model's indicators that events can tell, as pure functions, and {@code Indicators} which measures them in a log. */
@NullMarked
package se.malbild.friction.indicator;

import org.jspecify.annotations.NullMarked;
