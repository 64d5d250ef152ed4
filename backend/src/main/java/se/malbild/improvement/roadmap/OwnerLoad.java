// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one person has to carry in a quarter: an item's effort is spread evenly over the quarters it touches. Pure.
 *
 * @param quarter e.g. {@code 2027-Q1}
 */
record OwnerLoad(UUID ownerId, String quarter, List<Part> parts) {

    /** An item's part. */
    record Part(RoadmapItem item, double effort) {}

    /** The sum of the parts. */
    double effort() {
        return parts.stream().mapToDouble(Part::effort).sum();
    }

    /** By quarter and then owner, from a quarter on; of items that still are to be done. */
    static List<OwnerLoad> of(List<RoadmapItem> items, String from) {
        Map<String, Map<UUID, List<Part>>> byQuarter = new TreeMap<>();
        items.stream().filter(item -> !item.state().ended()).forEach(item -> {
            List<String> quarters = item.quarters();
            double part = (double) item.contents().effort() / quarters.size();
            quarters.stream()
                    .filter(quarter -> quarter.compareTo(from) >= 0)
                    .forEach(quarter -> byQuarter
                            .computeIfAbsent(quarter, key -> new TreeMap<>())
                            .computeIfAbsent(item.ownerId(), key -> new ArrayList<>())
                            .add(new Part(item, part)));
        });
        List<OwnerLoad> loads = new ArrayList<>();
        byQuarter.forEach((quarter, owners) ->
                owners.forEach((owner, parts) -> loads.add(new OwnerLoad(owner, quarter, List.copyOf(parts)))));
        return loads;
    }
}
