// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.LocalDate;
import java.util.List;

/** What the centralisation of the administration did to the waits, from {@code units.json}. */
record Phases(LocalDate centralised, List<Phase> all) {

    /**
     * A period.
     *
     * @param registration what waits for registration are multiplied by; {@code dispatch} and {@code close} likewise
     * @param misrouted percent of what comes in that lands in the wrong unit
     */
    record Phase(LocalDate from, double registration, double dispatch, double close, double misrouted) {}

    /** The phase of a day: the first before all of them, the last for ever after. */
    Phase on(LocalDate day) {
        return all.stream()
                .filter(phase -> !day.isBefore(phase.from()))
                .reduce((earlier, later) -> later)
                .orElse(all.getFirst());
    }
}
