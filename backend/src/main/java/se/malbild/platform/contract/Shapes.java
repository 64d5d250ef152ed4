// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.contract;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of what comes in: of each named type, and of each query parameter by operation. Thread-safe. */
@Singleton
public final class Shapes {
    private static final String REFERENCE = "$ref";

    private final JsonNode document;
    private final Map<String, Shape> byReference = new HashMap<>();
    private final Map<String, Map<String, Shape>> queries = new HashMap<>();

    Shapes(Contract contract, ObjectMapper json) {
        try {
            document = json.readValue(contract.bundle(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        at(document, "components", "schemas")
                .entries()
                .forEach(type -> shape(reference("#/components/schemas/" + type.getKey())));
        for (Map.Entry<String, JsonNode> path : at(document, "paths").entries()) {
            JsonNode item = resolve(path.getValue());
            item.entries().forEach(method -> query(item, method.getValue()));
        }
    }

    /** The shape of a named type, as the generated class is called; null if the contract has no such type. */
    public @Nullable Shape ofType(String name) {
        return byReference.get("#/components/schemas/" + name);
    }

    /** Query parameters of an operation by name. */
    public Map<String, Shape> query(String operationId) {
        return queries.getOrDefault(operationId, Map.of());
    }

    private void query(JsonNode item, JsonNode operation) {
        JsonNode id = operation.isObject() ? operation.get("operationId") : null;
        if (id == null) {
            return;
        }
        Map<String, Shape> found = new HashMap<>();
        for (JsonNode holder : new JsonNode[] {item, operation}) {
            JsonNode parameters = holder.get("parameters");
            for (JsonNode written : parameters == null ? java.util.List.<JsonNode>of() : parameters.values()) {
                JsonNode parameter = resolve(written);
                if ("query".equals(text(parameter, "in"))) {
                    found.put(String.valueOf(text(parameter, "name")), shape(parameter.get("schema")));
                }
            }
        }
        queries.put(id.getStringValue(), Map.copyOf(found));
    }

    private Shape shape(@Nullable JsonNode written) {
        if (written == null) {
            return new Shape(Shape.Kind.ANY);
        }
        String reference = text(written, REFERENCE);
        if (reference == null) {
            return filled(new Shape(kind(written)), written);
        }
        Shape known = byReference.get(reference);
        if (known != null) {
            return known;
        }
        JsonNode target = resolve(written);
        Shape made = new Shape(kind(target));
        // Kept before it is filled: a type may hold itself.
        byReference.put(reference, made);
        return filled(made, target);
    }

    private Shape filled(Shape shape, JsonNode schema) {
        if (shape.kind() == Shape.Kind.ARRAY) {
            shape.items = shape(schema.get("items"));
        } else if (shape.kind() == Shape.Kind.OBJECT) {
            at(schema, "properties")
                    .entries()
                    .forEach(field -> shape.fields.put(field.getKey(), shape(field.getValue())));
            JsonNode rest = schema.get("additionalProperties");
            shape.rest = rest != null && rest.isObject() ? shape(rest) : null;
        } else if (shape.kind() == Shape.Kind.STRING && schema.get("enum") != null) {
            at(schema, "enum").values().forEach(value -> shape.values.add(value.coerceStringValue()));
        }
        return shape;
    }

    private static Shape.Kind kind(JsonNode schema) {
        boolean composed = schema.get("oneOf") != null || schema.get("allOf") != null || schema.get("anyOf") != null;
        String type = text(schema, "type");
        return composed || type == null ? Shape.Kind.ANY : Shape.Kind.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private JsonNode resolve(JsonNode node) {
        String reference = text(node, REFERENCE);
        if (reference == null) {
            return node;
        }
        JsonNode at = document;
        for (String part : reference.substring(2).split("/")) {
            at = at(at, part.replace("~1", "/").replace("~0", "~"));
        }
        return resolve(at);
    }

    private static JsonNode reference(String to) {
        return JsonNode.createObjectNode(Map.of(REFERENCE, JsonNode.createStringNode(to)));
    }

    private static JsonNode at(JsonNode node, String... names) {
        JsonNode at = node;
        for (String name : names) {
            JsonNode next = at.get(name);
            at = next == null ? JsonNode.createObjectNode(Map.of()) : next;
        }
        return at;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.isObject() ? node.get(field) : null;
        return value != null && value.isString() ? value.getStringValue() : null;
    }
}
