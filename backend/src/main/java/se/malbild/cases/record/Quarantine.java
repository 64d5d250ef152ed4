// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.util.Locale;

/** Why the bytes of a file are withheld though it has come in (karantän, CASES §7). */
public enum Quarantine {
    /** A type that is not taken in, e.g. a program or a web page. */
    TYPE_NOT_ALLOWED,
    /** Pretends to be something else, e.g. a web page named {@code .pdf}. */
    DISGUISED,
    /** Holds macros. */
    MACROS,
    /** An archive with a path that leads out of it. */
    ARCHIVE_PATHS,
    /** An archive that expands over 100:1, or is nested too deep to tell. */
    ARCHIVE_EXPANSION,
    /** Encrypted; nobody can tell what it holds. */
    ENCRYPTED,
    /** Damaged, or of an old form that cannot be looked into. */
    NOT_CHECKABLE;

    /** As in the contract and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that code. */
    static Quarantine of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
