// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.malbild.testing.ContractBundle;

/** Breaks the contract's example of a body in one place at a time, wherever its schema says something of a value. */
final class BrokenBodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    private final JsonNode body;
    private final Map<String, String> broken = new LinkedHashMap<>();

    private BrokenBodies(JsonNode body) {
        this.body = body;
    }

    /** What is wrong → the body as JSON. */
    static Map<String, String> of(ContractBundle.Operation operation) {
        JsonNode media = operation.jsonBody();
        JsonNode example = media.path("example").isMissingNode()
                ? media.path("examples").path(0).path("value")
                : media.path("example");
        BrokenBodies bodies = new BrokenBodies(example.isMissingNode() ? JSON.objectNode() : example);
        bodies.walk(media.path("schema"), List.of());
        return bodies.broken;
    }

    private void walk(JsonNode written, List<String> path) {
        JsonNode schema = ContractBundle.resolve(written);
        JsonNode sound = at(path);
        if (!path.isEmpty()) {
            BrokenValues.of(schema, sound).forEach((what, value) -> put(path, what, value));
        }
        if (path.size() >= DEEPEST) {
            return;
        }
        if (schema.has("properties") && sound.isObject()) {
            fields(schema, path, sound);
        } else if (schema.has("items") && sound.isArray() && !sound.isEmpty()) {
            walk(schema.path("items"), plus(path, "0"));
        }
    }

    private void fields(JsonNode schema, List<String> path, JsonNode sound) {
        schema.path("required").forEach(name -> {
            put(plus(path, name.asText()), "missing", MissingNode.getInstance());
            put(plus(path, name.asText()), "null", JSON.nullNode());
        });
        if (schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean()) {
            put(plus(path, "noSuchField"), "unknown", JSON.numberNode(1));
        }
        // A field that the example leaves out is broken too: the schema says enough.
        schema.path("properties").properties().forEach(field -> {
            if (!isOwnChoice(field.getValue()) || sound.has(field.getKey())) {
                walk(field.getValue(), plus(path, field.getKey()));
            }
        });
    }

    /** A field whose shape another field chooses cannot be broken alone. */
    private static boolean isOwnChoice(JsonNode written) {
        return ContractBundle.resolve(written).has("oneOf");
    }

    private void put(List<String> path, String what, JsonNode value) {
        broken.put(
                "/" + String.join("/", path) + " " + what,
                BrokenValues.with(body, path, value).toString());
    }

    private JsonNode at(List<String> path) {
        JsonNode at = body;
        for (String part : path) {
            at = at.isArray() ? at.path(Integer.parseInt(part)) : at.path(part);
        }
        return at;
    }

    private static List<String> plus(List<String> path, String part) {
        List<String> longer = new ArrayList<>(path);
        longer.add(part);
        return List.copyOf(longer);
    }
}
