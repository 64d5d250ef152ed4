// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a case type's invented figures. */
final class TypeFiguresReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TypeFiguresReader() {}

    /** The figures of a case type's configuration. */
    static TypeFigures read(String configuration) {
        JsonNode all = JSON.readTree(configuration).path("simulation");
        return new TypeFigures(
                all.path("yearlyVolume").asInt(),
                numbers(all.path("channelMixPercent")),
                all.path("supplementSharePercent").asDouble(),
                all.path("secondSupplementSharePercent").asDouble(),
                numbers(all.path("medianWorkdaysPerStep")),
                all.path("p90ToMedianFactor").asDouble(),
                all.path("reworkSharePercent").asDouble(),
                all.path("handoverSharePercent").asDouble(),
                all.path("pingPongSharePercent").asDouble(),
                all.path("registrationLaterThanNextWorkdayPercent").asDouble(),
                numbers(all.path("outcomeMixPercent")),
                all.path("monthlyWeights").valueStream().map(JsonNode::asDouble).toList(),
                all.path("digitalInPaperOutPercent").asDouble(),
                all.path("statusContactsPerCase").asDouble(),
                all.path("afterHoursSharePercent").asDouble(),
                numbers(all.path("optionalStepSharePercent")));
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new HashMap<>();
        object.properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asDouble()));
        return Map.copyOf(numbers);
    }
}
