// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.malbild.testing.ContractBundle;

/**
 * Requests made at random out of the contract's own examples: values exchanged for what nobody meant to be sent, fields taken away, added
 * and nested, bodies cut off, parameters and headers garbled. The same number always gives the same request.
 */
final class ArbitraryRequests {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "99999999999999999999",
            "1e309",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "2026-02-30",
            "2026-13-01T25:61:61Z",
            "0000-00-00",
            "+999999999-01-01",
            "'; DROP TABLE cases; --",
            "%00",
            "\u0000",
            "\uD83D\uDE00",
            "\uD800",
            "\u202Eabc",
            "../../../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "å".repeat(5000),
            "01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11",
            "-------------------",
            "::",
            "\\",
            "\"",
            "%",
            "_",
            "*",
            "+-><()~*\"@",
            "551-99999999999-2026",
            "999-1-0",
            "AAAAAAAAAAAAAAAA",
            "eyJhIjoxfQ==");

    private final Map<String, List<String>> known;

    /** @param known values that exist, by the name of the parameter */
    ArbitraryRequests(Map<String, List<String>> known) {
        this.known = known;
    }

    /**
     * One request.
     *
     * @param body absent for none
     */
    record Request(String method, String path, Map<String, String> headers, byte @Nullable [] body) {}

    Request of(ContractBundle.Operation operation, SplittableRandom random) {
        Map<String, String> headers = new HashMap<>();
        StringBuilder query = new StringBuilder();
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            String value = value(name, random);
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value.isEmpty() ? "x" : value));
                case "query" -> {
                    if (random.nextInt(3) == 0 || parameter.path("required").asBoolean()) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(value));
                    }
                }
                default -> headers.put(name, header(name, value, random));
            }
        }
        if (random.nextInt(20) == 0) {
            query.append(query.isEmpty() ? '?' : '&').append("unknown=").append(encoded(odd(random)));
        }
        byte[] body = body(operation, headers, random);
        return new Request(operation.method(), path + query, headers, body);
    }

    private String value(String name, SplittableRandom random) {
        List<String> some = known.getOrDefault(name, List.of());
        return some.isEmpty() || random.nextInt(3) == 0 ? odd(random) : some.get(random.nextInt(some.size()));
    }

    private static String header(String name, String value, SplittableRandom random) {
        String fit = name.equals("If-Match") ? "\"" + random.nextInt(4) + "\"" : "key-" + random.nextLong();
        String plain = value.replaceAll("[^\\x20-\\x7e]", "?");
        return random.nextInt(4) == 0 ? plain.substring(0, Math.min(plain.length(), 300)) : fit;
    }

    private static byte @Nullable [] body(
            ContractBundle.Operation operation, Map<String, String> headers, SplittableRandom random) {
        if (!operation.takesBody()) {
            return null;
        }
        headers.put("Content-Type", operation.bodyType());
        JsonNode example = operation.jsonBody().path("example");
        if (example.isMissingNode() || random.nextInt(25) == 0) {
            return noise(random);
        }
        JsonNode body = example.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            body = changed(body, random);
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0) {
            headers.put(
                    "Content-Type",
                    List.of("text/plain", "application/xml", "x", "application/json; charset=utf-7")
                            .get(random.nextInt(4)));
        }
        return random.nextInt(15) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    /** The same with one thing changed, somewhere. */
    private static JsonNode changed(JsonNode node, SplittableRandom random) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(6) != 0) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("more", junk(random));
                default -> object.set(name, changed(object.get(name), random));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(3) != 0) {
            int at = random.nextInt(array.size());
            if (random.nextInt(4) == 0) {
                array.add(array.get(at).deepCopy());
            } else {
                array.set(at, changed(array.get(at), random));
            }
            return array;
        }
        return junk(random);
    }

    private static JsonNode junk(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> MAKE.nullNode();
            case 1 -> MAKE.numberNode(random.nextLong());
            case 2 -> MAKE.numberNode(random.nextDouble() * 1e300);
            case 3 -> MAKE.booleanNode(random.nextBoolean());
            case 4 -> MAKE.arrayNode();
            case 5 -> MAKE.objectNode();
            case 6 -> nested(2 + random.nextInt(60));
            default -> MAKE.textNode(odd(random));
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode inner = MAKE.textNode("in");
        for (int i = 0; i < depth; i++) {
            inner = i % 2 == 0 ? MAKE.arrayNode().add(inner) : MAKE.objectNode().set("a", inner);
        }
        return inner;
    }

    private static String odd(SplittableRandom random) {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value.length() > 1000 ? value.substring(0, 1000) : value, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
