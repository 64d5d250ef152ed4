// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the words of the demo's cases from their files. */
final class TextsReader {
    private static final List<String> REASONS =
            List.of("reassigned", "misrouted", "borrowed", "givenBack", "returned", "contacts");

    private TextsReader() {}

    static Texts read() {
        JsonNode all = DemoFiles.json("texts.json");
        JsonNode people = DemoFiles.json("people.json").path("people");
        Map<String, String> municipalities = new HashMap<>();
        DemoFiles.json("units.json")
                .at("/authority/municipalities")
                .valueStream()
                .forEach(each -> municipalities.put(
                        each.path("key").asString(), each.path("name").asString()));
        Map<String, List<String>> reasons = new HashMap<>();
        REASONS.forEach(key -> reasons.put(key, strings(all.path(key))));
        Map<String, Texts.OfType> types = new HashMap<>();
        all.path("types").properties().forEach(each -> types.put(each.getKey(), ofType(each.getValue())));
        return new Texts(
                strings(all.path("places")),
                strings(all.path("waters")),
                strings(all.path("organisations")),
                people.valueStream()
                        .map(person -> person.path("givenName").asString())
                        .distinct()
                        .toList(),
                people.valueStream()
                        .map(person -> person.path("familyName").asString())
                        .distinct()
                        .toList(),
                Map.copyOf(municipalities),
                Map.copyOf(reasons),
                all.path("unnecessary").asString(),
                all.path("noAnswer").asString(),
                Map.copyOf(types));
    }

    private static Texts.OfType ofType(JsonNode node) {
        Map<String, String> outcomes = new HashMap<>();
        node.path("outcomes")
                .properties()
                .forEach(each -> outcomes.put(each.getKey(), each.getValue().asString()));
        return new Texts.OfType(
                node.path("record").asString(),
                strings(node.path("subjects")),
                node.path("publicSubject").asString(),
                node.path("party").asString(),
                node.path("asked").asString(),
                node.path("supplied").asString(),
                node.path("referred").asString(),
                node.path("visit").asString(),
                node.path("reasons").asString(),
                Map.copyOf(outcomes));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
