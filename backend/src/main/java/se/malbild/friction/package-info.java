// SPDX-License-Identifier: EUPL-1.2
/**
 * Friction (<em>friktion</em>): time, steps and contacts that the digital way of working should have spared, measured from events, per
 * process and unit and never per person. {@code log} holds event logs as columns, {@code kernel} the pure functions over them. Begin with
 * {@code log.EventLog}.
 */
@NullMarked
package se.malbild.friction;

import org.jspecify.annotations.NullMarked;
