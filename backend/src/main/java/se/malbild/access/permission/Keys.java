// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import java.util.Set;
import java.util.UUID;

/**
 * What opens single things for a person beside the roles, as it is now. Nothing of it gives a right to act.
 *
 * @param compartments compartments (avskärmningar) the person is a member of today
 * @param emergency things opened by break-glass (nödöppning) that has not run out
 * @param reasoned things opened for a stated reason that has not run out
 */
public record Keys(Set<UUID> compartments, Set<UUID> emergency, Set<UUID> reasoned) {
    /** None. */
    public static final Keys NONE = new Keys(Set.of(), Set.of(), Set.of());

    /** Keeps no set that changes. */
    public Keys {
        compartments = Set.copyOf(compartments);
        emergency = Set.copyOf(emergency);
        reasoned = Set.copyOf(reasoned);
    }

    /** Where they are kept: with the things they open, in a feature further up. */
    public interface Source {
        /** The keys the person holds now. */
        Keys of(UUID authorityId, UUID userId);
    }
}
