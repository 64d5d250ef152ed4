// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import se.malbild.testing.ContractBundle;

/** Values that a schema of the contract does not allow, each with what is wrong with it. */
final class BrokenValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Longer texts than this are tried once, by the request that is too large. */
    private static final int LONGEST = 20_000;

    private BrokenValues() {}

    /** Every way to break a JSON value of that schema; {@code sound} is one that is right. */
    static Map<String, JsonNode> of(JsonNode schema, JsonNode sound) {
        Map<String, JsonNode> broken = new LinkedHashMap<>();
        switch (schema.path("type").asText()) {
            case "string" -> strings(schema, broken);
            case "integer", "number" -> numbers(schema, broken);
            case "boolean" -> {
                broken.put("a word", JSON.textNode("maybe"));
                broken.put("an object", JSON.objectNode());
            }
            case "array" -> {
                broken.put("an object", JSON.objectNode());
                broken.put("a text", JSON.textNode("x"));
                tooMany(schema, sound, broken);
            }
            case "object" -> {
                broken.put("a list", JSON.arrayNode().add(1));
                broken.put("a text", JSON.textNode("x"));
                broken.put("a number", JSON.numberNode(7));
            }
            default -> {
                // A schema that allows anything has no wrong value.
            }
        }
        return broken;
    }

    private static void strings(JsonNode schema, Map<String, JsonNode> broken) {
        broken.put("an object", JSON.objectNode().put("a", 1));
        broken.put("a list", JSON.arrayNode().add("x"));
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        boolean free = !schema.has("enum") && !schema.has("format");
        if (free && most <= LONGEST) {
            broken.put("too long", JSON.textNode("x".repeat(most + 1)));
        }
        if (schema.path("minLength").asInt(0) > 0) {
            broken.put("empty", JSON.textNode(""));
        }
        if (schema.has("enum")) {
            broken.put("no value of the list", JSON.textNode("no_such_value"));
        }
        if (schema.has("pattern")) {
            broken.put("against the pattern", JSON.textNode("\u0007 \u2603"));
        }
        switch (schema.path("format").asText()) {
            case "uuid" -> broken.put("no uuid", JSON.textNode("not-a-uuid"));
            case "date" -> {
                broken.put("no day of the calendar", JSON.textNode("2026-02-30"));
                broken.put("no date", JSON.textNode("yesterday"));
            }
            case "date-time" -> {
                broken.put("no instant", JSON.textNode("2026-13-01T00:00:00Z"));
                broken.put("no zone", JSON.textNode("2026-01-01T00:00:00"));
            }
            default -> {
                // Other formats only say how a text is shown.
            }
        }
    }

    private static void numbers(JsonNode schema, Map<String, JsonNode> broken) {
        broken.put("a word", JSON.textNode("many"));
        broken.put("an object", JSON.objectNode());
        if (schema.has("minimum")) {
            broken.put("too small", JSON.numberNode(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            broken.put("too large", JSON.numberNode(schema.path("maximum").asLong() + 1));
        }
        broken.put("far too large", JSON.numberNode(new java.math.BigDecimal("1e400")));
    }

    private static void tooMany(JsonNode schema, JsonNode sound, Map<String, JsonNode> broken) {
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        JsonNode items = ContractBundle.resolve(schema.path("items"));
        JsonNode one = sound.path(0).isMissingNode() ? small(items) : sound.path(0);
        if (most <= 1000 && one != null) {
            ArrayNode many = JSON.arrayNode();
            for (int i = 0; i <= most; i++) {
                many.add(one.deepCopy());
            }
            broken.put("too many", many);
        }
    }

    /** A right value of a simple schema, or null. */
    static @org.jspecify.annotations.Nullable JsonNode small(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (schema.path("type").asText() + "/"
                + schema.path("format").asText()) {
            case "string/uuid" -> JSON.textNode("01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11");
            case "string/date" -> JSON.textNode("2026-01-01");
            case "string/" ->
                JSON.textNode("x".repeat(Math.max(1, schema.path("minLength").asInt())));
            default -> null;
        };
    }

    /** {@code body} with the value at a path of names and indexes replaced, or taken away where {@code value} is missing. */
    static JsonNode with(JsonNode body, java.util.List<String> path, JsonNode value) {
        JsonNode copy = body.deepCopy();
        JsonNode at = copy;
        for (String part : path.subList(0, path.size() - 1)) {
            at = at.isArray() ? at.path(Integer.parseInt(part)) : at.path(part);
        }
        String last = path.getLast();
        if (at instanceof ObjectNode object) {
            if (value.isMissingNode()) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        } else if (at instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        }
        return copy;
    }
}
