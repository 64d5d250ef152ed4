// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.util.Set;

/**
 * What an authority has that a case type may name.
 *
 * @param units codes of the units that exist
 * @param competences what somebody is competent in
 */
public record Surroundings(Set<String> units, Set<String> competences) {
    /** Nothing at all. */
    public static final Surroundings NONE = new Surroundings(Set.of(), Set.of());
}
