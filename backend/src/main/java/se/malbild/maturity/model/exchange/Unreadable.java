// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

/** The file could not be read as what it says it is: nothing more can be checked. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Unreadable(Fault fault) {
        super(fault.en(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    /** Over one of the limits (M002). */
    static Unreadable tooLarge(String sv, String en) {
        return new Unreadable(new Fault(Fault.Code.M002, "", Element.Place.at(0, 0), sv, en));
    }
}
