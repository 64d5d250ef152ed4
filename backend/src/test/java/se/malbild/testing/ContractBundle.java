// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The contract as a tree, for tests that make requests from it. */
public final class ContractBundle {
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final JsonNode ROOT = read();

    private ContractBundle() {}

    /**
     * An operation as it is written.
     *
     * @param method in capitals
     * @param path with {@code {names}}
     * @param parameters those of its path and its own, references followed
     */
    public record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
        public String id() {
            return node.path("operationId").asText();
        }

        /** The JSON request body: {@code schema} and {@code example}; a missing node if it takes none. */
        public JsonNode jsonBody() {
            return resolve(node.path("requestBody")).path("content").path("application/json");
        }

        /** Kind of body it takes, JSON where it takes none. */
        public String bodyType() {
            Iterator<String> types =
                    resolve(node.path("requestBody")).path("content").fieldNames();
            return types.hasNext() ? types.next() : "application/json";
        }

        /** The request body of that kind; a missing node if it takes none. */
        public JsonNode body() {
            return resolve(node.path("requestBody")).path("content").path(bodyType());
        }

        /** Whether it takes a body of any kind. */
        public boolean takesBody() {
            return node.has("requestBody");
        }

        /** Whether nobody needs to be signed in. */
        public boolean open() {
            return node.path("security").isArray() && node.path("security").isEmpty();
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** All operations, in the order of the contract. */
    public static List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        ROOT.path("paths").properties().forEach(path -> {
            JsonNode item = resolve(path.getValue());
            for (String method : METHODS) {
                if (item.has(method)) {
                    List<JsonNode> parameters = new ArrayList<>();
                    item.path("parameters").forEach(each -> parameters.add(resolve(each)));
                    item.path(method).path("parameters").forEach(each -> parameters.add(resolve(each)));
                    found.add(new Operation(
                            method.toUpperCase(Locale.ROOT),
                            path.getKey(),
                            item.path(method),
                            List.copyOf(parameters)));
                }
            }
        });
        return found;
    }

    /** The node itself, or what it refers to. */
    public static JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = ROOT.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }

    private static JsonNode read() {
        try (InputStream in =
                Objects.requireNonNull(ContractBundle.class.getResourceAsStream("/contract/malbild.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
