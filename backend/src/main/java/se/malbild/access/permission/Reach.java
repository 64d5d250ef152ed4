// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

/** How far a permission reaches (the letters of CASES §12), narrowest first. */
public enum Reach {
    /** n: figures only, cells of at least five, no way down to a case. */
    NUMBERS("n"),
    /** A: what is assigned to oneself. */
    ASSIGNED("A"),
    /** U: the unit of the grant and those below it. */
    UNIT("U"),
    /** G: the whole authority. */
    AUTHORITY("G");

    private final String letter;

    Reach(String letter) {
        this.letter = letter;
    }

    /** Lower-case name, as in the contract. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Reach ofLetter(String letter) {
        for (Reach reach : values()) {
            if (reach.letter.equals(letter)) {
                return reach;
            }
        }
        throw new IllegalArgumentException("unknown reach in roles.yaml: " + letter);
    }
}
