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
        return new Standing(
                numbers(all.path("invited")),
                numbers(all.path("answered")),
                all.path("proposedOnly").valueStream().map(JsonNode::asString).toList(),
                all.path("narrative").asString(),
                new Standing.ReportWords(
                        report.path("title").asString(),
                        report.path("summary").asString(),
                        report.path("proposal").asString()),
                Map.copyOf(criteria));
    }

    private static Standing.OfCriterion criterion(JsonNode node) {
        Map<String, String> spread = new HashMap<>();
        node.path("spread")
                .properties()
                .forEach(each -> spread.put(each.getKey(), each.getValue().asString()));
        boolean decided = node.has("level");
        return new Standing.OfCriterion(
                numbers(node.path("groups")),
                Map.copyOf(spread),
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

    private static Map<String, Integer> numbers(JsonNode object) {
        Map<String, Integer> numbers = new HashMap<>();
        object.properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asInt()));
        return Map.copyOf(numbers);
    }
}
