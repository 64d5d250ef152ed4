// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.util.Locale;

/** State of a version of a model (SCORING §1): draft → published → withdrawn. */
public enum ModelState {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    /** As in the contract and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that code. */
    static ModelState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
