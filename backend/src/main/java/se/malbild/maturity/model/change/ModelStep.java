// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.change;

/** How far apart two versions are (SCORING §1): wording, added criterion or moved cuts, changed meaning. */
public enum ModelStep {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    /** The larger of the two. */
    public ModelStep or(ModelStep other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
