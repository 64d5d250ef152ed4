// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All recommendations of a catalogue (rekommendationskatalog), by code. Checked when made: no cycle among prerequisites, and
 * {@code unlocks} is their exact inverse (SCORING §5). Immutable.
 *
 * @param modelId the maturity model it advises on
 */
public record Catalogue(String id, String version, String modelId, List<Recommendation> recommendations) {

    /** @throws IllegalArgumentException naming the fault, if the graph is not sound */
    public Catalogue {
        recommendations = List.copyOf(recommendations);
        Map<String, Recommendation> byCode = new LinkedHashMap<>();
        for (Recommendation each : recommendations) {
            if (byCode.put(each.code(), each) != null) {
                throw new IllegalArgumentException(each.code() + " is there twice");
            }
        }
        requireKnown(byCode);
        requireInverse(byCode);
        requireNoCycle(byCode);
    }

    /** The recommendation of that code. */
    public Optional<Recommendation> find(String code) {
        return recommendations.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** What decides the places. */
    public List<Advice> advice() {
        return recommendations.stream().map(Recommendation::advice).toList();
    }

    private static void requireKnown(Map<String, Recommendation> byCode) {
        byCode.values().forEach(each -> {
            List<String> named = new ArrayList<>(each.prerequisites());
            named.addAll(each.unlocks());
            named.stream().filter(code -> !byCode.containsKey(code)).findFirst().ifPresent(code -> {
                throw new IllegalArgumentException(each.code() + " names " + code + ", which is not there");
            });
        });
    }

    private static void requireInverse(Map<String, Recommendation> byCode) {
        Map<String, Set<String>> opened = new HashMap<>();
        byCode.values()
                .forEach(each -> each.prerequisites()
                        .forEach(code -> opened.computeIfAbsent(code, key -> new HashSet<>())
                                .add(each.code())));
        byCode.values().forEach(each -> {
            if (!Set.copyOf(each.unlocks()).equals(opened.getOrDefault(each.code(), Set.of()))) {
                throw new IllegalArgumentException(
                        "what " + each.code() + " unlocks is not the inverse of the prerequisites");
            }
        });
    }

    private static void requireNoCycle(Map<String, Recommendation> byCode) {
        Set<String> sound = new HashSet<>();
        byCode.keySet().forEach(code -> walk(code, byCode, new HashSet<>(), sound));
    }

    private static void walk(String code, Map<String, Recommendation> byCode, Set<String> path, Set<String> sound) {
        if (sound.contains(code)) {
            return;
        }
        if (!path.add(code)) {
            throw new IllegalArgumentException("the prerequisites of " + code + " come back to itself");
        }
        Recommendation here = Objects.requireNonNull(byCode.get(code));
        here.prerequisites().forEach(before -> walk(before, byCode, path, sound));
        path.remove(code);
        sound.add(code);
    }
}
