// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A permission somebody holds today, all grants together.
 *
 * @param reaches how far; never empty
 * @param unitIds with {@link Reach#UNIT}: the units, those below included
 */
public record Held(Set<Reach> reaches, Set<UUID> unitIds) {

    /** The widest of the reaches. */
    public Reach widest() {
        return reaches.stream().max(Reach::compareTo).orElseThrow();
    }

    /** Whether it covers the whole authority. */
    public boolean wholeAuthority() {
        return reaches.contains(Reach.AUTHORITY);
    }

    /** Whether it covers {@code unitId} as a unit, not only what is assigned. */
    public boolean coversUnit(UUID unitId) {
        return wholeAuthority() || reaches.contains(Reach.UNIT) && unitIds.contains(unitId);
    }

    /** Both together. */
    public Held and(Held other) {
        EnumSet<Reach> both = EnumSet.copyOf(reaches);
        both.addAll(other.reaches);
        Set<UUID> units = new HashSet<>(unitIds);
        units.addAll(other.unitIds);
        return new Held(Set.copyOf(both), Set.copyOf(units));
    }
}
