// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.testing.ContractBundle;

/** Requests to an operation, each broken in one way that the contract forbids. */
final class BrokenRequests {
    private static final Set<Integer> WRONG = Set.of(400);
    private static final byte[] NO_UTF8 = {'{', '"', (byte) 0xe5, '"', ':', '1', '}'};

    private final ContractBundle.Operation operation;
    private final List<Broken> made = new ArrayList<>();

    private BrokenRequests(ContractBundle.Operation operation) {
        this.operation = operation;
    }

    /**
     * A request that must be refused.
     *
     * @param what what is wrong with it
     * @param path filled in, with its query
     * @param expected the statuses it may get
     */
    record Broken(
            String what,
            String method,
            String path,
            Map<String, String> headers,
            byte @Nullable [] body,
            Set<Integer> expected) {}

    static List<Broken> of(ContractBundle.Operation operation) {
        BrokenRequests requests = new BrokenRequests(operation);
        requests.bodies();
        requests.parameters();
        return requests.made;
    }

    private void bodies() {
        if (!operation.takesBody()) {
            return;
        }
        add("a body of another kind", path(Map.of()), "application/xml", bytes("<a/>"), Set.of(415));
        if (operation.jsonBody().isMissingNode()) {
            return;
        }
        add("a body of another kind", path(Map.of()), "text/plain", bytes("hej"), Set.of(415));
        for (String text : List.of("", "{", "[]", "\"text\"", "7", "{\"a\":}", "{}{}", "\u0000")) {
            json("the body " + text, text);
        }
        add("no UTF-8", path(Map.of()), "application/json", NO_UTF8, WRONG);
        json("nested deeply", "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}");
        add(
                "a huge body",
                path(Map.of()),
                "application/json",
                bytes("{\"noSuchField\":\"" + "x".repeat(3 << 20) + "\"}"),
                Set.of(400, 413));
        BrokenBodies.of(operation).forEach(this::json);
    }

    private void json(String what, String text) {
        add(what, path(Map.of()), "application/json", bytes(text), WRONG);
    }

    private void parameters() {
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            JsonNode schema = ContractBundle.resolve(parameter.path("schema"));
            for (String value : wrongTexts(name, schema)) {
                String what = parameter.path("in").asText() + " " + name + " = "
                        + value.substring(0, Math.min(30, value.length()));
                switch (parameter.path("in").asText()) {
                    case "header" -> header(what, name, value);
                    case "path" ->
                        add(what, path(Map.of(name, value)), soundType(), soundBody(), Set.of(400, 404, 413, 414));
                    default ->
                        add(what, path(Map.of()) + "?" + name + "=" + encoded(value), soundType(), soundBody(), WRONG);
                }
            }
            if (parameter.path("in").asText().equals("header")
                    && parameter.path("required").asBoolean()) {
                Map<String, String> headers = headers(soundType());
                headers.remove(name);
                made.add(new Broken(
                        "no " + name,
                        operation.method(),
                        path(Map.of()),
                        headers,
                        soundBody(),
                        Set.of(name.equals("If-Match") ? 428 : 400)));
            }
        }
    }

    private void header(String what, String name, String value) {
        Map<String, String> headers = headers(soundType());
        headers.put(name, value);
        made.add(new Broken(what, operation.method(), path(Map.of()), headers, soundBody(), WRONG));
    }

    /** Texts that are wrong for a parameter; those that would be no lawful header or path are left out by their kind. */
    private static List<String> wrongTexts(String name, JsonNode schema) {
        List<String> wrong = new ArrayList<>();
        JsonNode one =
                schema.path("type").asText().equals("array") ? ContractBundle.resolve(schema.path("items")) : schema;
        BrokenValues.of(one, MissingNode.getInstance()).forEach((what, value) -> {
            boolean asText = value.isValueNode()
                    && !value.asText().isEmpty()
                    && value.asText().chars().allMatch(c -> c > 0x1f && c < 0x7f);
            if (asText) {
                wrong.add(
                        value.isNumber()
                                ? value.decimalValue()
                                        .toPlainString()
                                        .substring(
                                                0,
                                                Math.min(
                                                        400,
                                                        value.decimalValue()
                                                                .toPlainString()
                                                                .length()))
                                : value.asText());
            }
        });
        if (name.equals("cursor")) {
            wrong.addAll(List.of("x", "AAAA", "eyJhIjoxfQ", "é😀"));
        }
        return wrong;
    }

    private void add(String what, String path, String type, byte @Nullable [] body, Set<Integer> expected) {
        made.add(new Broken(what, operation.method(), path, headers(type), body, expected));
    }

    private Map<String, String> headers(String type) {
        Map<String, String> headers = new HashMap<>();
        for (JsonNode parameter : operation.parameters()) {
            switch (parameter.path("name").asText()) {
                case "Idempotency-Key" ->
                    headers.put("Idempotency-Key", UUID.randomUUID().toString());
                case "If-Match" -> headers.put("If-Match", "\"1\"");
                default -> {
                    // Others are optional.
                }
            }
        }
        if (operation.takesBody()) {
            headers.put("Content-Type", type);
        }
        return headers;
    }

    private byte @Nullable [] soundBody() {
        JsonNode example = operation.body().path("example");
        return example.isMissingNode() ? null : bytes(example.isTextual() ? example.asText() : example.toString());
    }

    private String soundType() {
        return operation.bodyType();
    }

    /** The path with identities of things that do not exist, except the given ones. */
    private String path(Map<String, String> given) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("path")) {
                String name = parameter.path("name").asText();
                JsonNode sound = BrokenValues.small(ContractBundle.resolve(parameter.path("schema")));
                String value = given.getOrDefault(name, sound == null ? "1" : sound.asText());
                path = path.replace("{" + name + "}", encoded(value));
            }
        }
        return path;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
