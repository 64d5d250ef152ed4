// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.friction.indicator.IndicatorSeries;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.platform.Text;

/**
 * Finds units that can be compared with the one where something was done: of the same authority, with the same case types, without the
 * same change. Only of the authority's own cases, since an imported log is about one unit.
 */
@Singleton
class ComparableUnits {
    private final IndicatorSeries series;
    private final Units units;

    ComparableUnits(IndicatorSeries series, Units units) {
        this.series = series;
        this.units = units;
    }

    /** The units, their names and the case types they are compared by; no units where none can be compared. */
    record Found(Set<UUID> units, List<Text> names, Set<String> caseTypes) {
        static final Found NONE = new Found(Set.of(), List.of(), Set.of());
    }

    /** @param begun all items of the authority that have been started */
    Found of(RoadmapItem item, UUID ownLog, List<RoadmapItem> begun) {
        List<Unit> tree = units.tree(item.authorityId(), true);
        Set<UUID> here = units.withBelow(item.authorityId(), item.unitId());
        if (here.size() == tree.size()) {
            return Found.NONE;
        }
        Map<UUID, Set<String>> handled = series.caseTypes(item.authorityId(), ownLog);
        Set<String> types = new TreeSet<>(item.contents().caseTypes());
        if (types.isEmpty()) {
            here.forEach(unit -> types.addAll(handled.getOrDefault(unit, Set.of())));
        }
        Set<UUID> left = new HashSet<>(here);
        left.addAll(above(item.unitId(), tree));
        begun.stream()
                .filter(each -> sameChange(item, each))
                .forEach(each -> left.addAll(units.withBelow(item.authorityId(), each.unitId())));
        return among(tree, left, handled, types);
    }

    /**
     * Those of the tree that have any of the case types and are not left out.
     *
     * @param left the unit itself with those above and below, and units with the same change
     * @param handled case types of each unit
     */
    static Found among(List<Unit> tree, Set<UUID> left, Map<UUID, Set<String>> handled, Set<String> types) {
        Set<UUID> found = new HashSet<>();
        List<Text> names = new ArrayList<>();
        tree.stream()
                .filter(unit -> !left.contains(unit.id()) && sharesOne(handled.get(unit.id()), types))
                .forEach(unit -> {
                    found.add(unit.id());
                    names.add(new Text(unit.nameSv(), unit.nameEn() == null ? unit.nameSv() : unit.nameEn()));
                });
        return found.isEmpty() ? Found.NONE : new Found(found, names, types);
    }

    private static boolean sharesOne(@Nullable Collection<String> handled, Set<String> types) {
        return handled != null && handled.stream().anyMatch(types::contains);
    }

    /** One's own words are a change of their own; a recommendation is the same one wherever it is put in place. */
    static boolean sameChange(RoadmapItem item, RoadmapItem other) {
        return !other.id().equals(item.id())
                && item.recommendation() != null
                && item.recommendation().equals(other.recommendation());
    }

    static Set<UUID> above(UUID unitId, List<Unit> tree) {
        Set<UUID> found = new HashSet<>();
        UUID at = unitId;
        while (at != null) {
            UUID here = at;
            at = tree.stream()
                    .filter(unit -> unit.id().equals(here))
                    .findFirst()
                    .map(Unit::parentId)
                    .orElse(null);
            if (at == null || !found.add(at)) {
                break;
            }
        }
        return found;
    }
}
