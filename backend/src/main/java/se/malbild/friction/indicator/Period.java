// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import java.time.LocalDate;

/** From one day to another, both included, Europe/Stockholm. */
public record Period(LocalDate from, LocalDate to) {}
