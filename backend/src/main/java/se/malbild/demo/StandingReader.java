// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code standing.json}. */
final class StandingReader {
    private StandingReader() {}

    static Standing read() {
        JsonNode all = DemoFiles.json("standing.json");
        Map<String, Standing.OfCriterion> criteria = new HashMap<>();
        all.path("criteria").properties().forEach(each -> criteria.put(each.getKey(), criterion(each.getValue())));
        JsonNode report = all.path("report");
        JsonNode first = all.path("firstVersion");
        return new Standing(
                numbers(all.path("invited")),
                numbers(all.path("answered")),
                all.path("proposedOnly").valueStream().map(JsonNode::asString).toList(),
                all.path("narrative").asString(),
                words(all.path("perspectives")),
                new Standing.FirstVersion(
                        first.path("without")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList(),
                        first.path("criterion").asString(),
                        first.path("level").asInt(),
                        first.path("goodEnough").asString(),
                        first.path("perspective").asString(),
                        first.path("narrative").asString()),
                all.path("change").asString(),
                new Standing.ReportWords(
                        report.path("title").asString(),
                        report.path("summary").asString(),
                        report.path("proposal").asString()),
                Map.copyOf(criteria));
    }

    private static Standing.OfCriterion criterion(JsonNode node) {
        boolean decided = node.has("level");
        return new Standing.OfCriterion(
                numbers(node.path("groups")),
                words(node.path("spread")),
                decided ? node.path("level").asInt() : null,
                decided ? node.path("reason").asString() : null,
                target(node.path("target")));
    }

    private static Standing.@Nullable OfTarget target(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Standing.OfTarget(
                        node.path("level").asInt(),
                        node.path("weight").asInt(),
                        node.path("reason").asString(),
                        node.path("goodEnough").asString(),
                        node.path("owner").asString(),
                        node.path("months").asInt());
    }

    private static Map<String, String> words(JsonNode object) {
        Map<String, String> words = new HashMap<>();
        object.properties()
                .forEach(each -> words.put(each.getKey(), each.getValue().asString()));
        return Map.copyOf(words);
    }

    private static Map<String, Integer> numbers(JsonNode object) {
        Map<String, Integer> numbers = new HashMap<>();
        object.properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asInt()));
        return Map.copyOf(numbers);
    }
}
