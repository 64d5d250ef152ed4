// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.contract;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract as the running service reads it: one entry for each operation. Immutable. */
@Singleton
public final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final Map<String, ContractOperation> byId;
    private final String version;
    private final byte[] bundle;

    Contract(ObjectMapper json) {
        try (InputStream in = Contract.class.getResourceAsStream("/contract/malbild.json")) {
            if (in == null) {
                throw new IllegalStateException("the contract's bundle is missing: build with ./malbild");
            }
            bundle = in.readAllBytes();
            Map<String, Object> document =
                    asMap(json.readValue(bundle, io.micronaut.core.type.Argument.mapOf(String.class, Object.class)));
            version = text(asMap(document.get("info")), "version");
            byId = new Reader(document).operations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operation of that id. */
    public Optional<ContractOperation> find(String operationId) {
        return Optional.ofNullable(byId.get(operationId));
    }

    /** All operations. */
    public List<ContractOperation> operations() {
        return List.copyOf(byId.values());
    }

    /** Version of the contract. */
    public String version() {
        return version;
    }

    /** The contract in one JSON file. */
    public byte[] bundle() {
        return bundle.clone();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static String text(Map<String, Object> node, String field) {
        return (String) Objects.requireNonNull(node.get(field), field);
    }

    private record Reader(Map<String, Object> document) {

        Map<String, ContractOperation> operations() {
            Map<String, ContractOperation> found = new HashMap<>();
            asMap(document.get("paths"))
                    .forEach((path, item) -> asMap(item).forEach((method, operation) -> {
                        if (METHODS.contains(method)) {
                            ContractOperation read = read(path, method, asMap(item), asMap(operation));
                            found.put(read.operationId(), read);
                        }
                    }));
            return Map.copyOf(found);
        }

        private ContractOperation read(
                String path, String method, Map<String, Object> item, Map<String, Object> operation) {
            Map<String, String> parameters = new HashMap<>();
            for (Map<String, Object> holder : List.of(item, operation)) {
                for (Object each : (List<?>) holder.getOrDefault("parameters", List.of())) {
                    Map<String, Object> parameter = resolve(each);
                    String name = text(parameter, "name");
                    parameters.put(javaName(name), parameter.get("in") + "/" + name);
                }
            }
            Map<String, Object> content = asMap(
                    resolve(operation.getOrDefault("requestBody", Map.of())).get("content"));
            boolean open = operation.get("security") instanceof List<?> list && list.isEmpty();
            return new ContractOperation(
                    text(operation, "operationId"),
                    method.toUpperCase(Locale.ROOT),
                    path,
                    (String) operation.getOrDefault("x-permission", "missing"),
                    (String) operation.getOrDefault("x-audience", "missing"),
                    Map.copyOf(parameters),
                    content.keySet().stream().allMatch("application/json"::equals),
                    open,
                    Boolean.TRUE.equals(operation.get("x-export")),
                    secretFields(operation));
        }

        private Set<String> secretFields(Map<String, Object> operation) {
            Set<String> secret = new HashSet<>();
            asMap(operation.get("responses")).values().forEach(response -> {
                Map<String, Object> media =
                        asMap(asMap(resolve(response).get("content")).get("application/json"));
                asMap(resolve(media.getOrDefault("schema", Map.of())).get("properties"))
                        .forEach((name, property) -> {
                            Map<String, Object> schema = resolve(property);
                            if ("password".equals(schema.get("format"))
                                    || Boolean.TRUE.equals(schema.get("x-secret"))) {
                                secret.add(name);
                            }
                        });
            });
            return Set.copyOf(secret);
        }

        private Map<String, Object> resolve(@Nullable Object node) {
            Map<String, Object> map = asMap(node);
            if (!(map.get("$ref") instanceof String ref)) {
                return map;
            }
            Object target = document;
            for (String part : ref.substring(2).split("/")) {
                target = asMap(target).get(part.replace("~1", "/").replace("~0", "~"));
            }
            return resolve(target);
        }

        /** {@code If-Match} → {@code ifMatch}, as the generator names it. */
        private static String javaName(String name) {
            String[] parts = name.split("[-_.]");
            String first = parts[0].substring(0, 1).toLowerCase(Locale.ROOT) + parts[0].substring(1);
            return first
                    + String.join(
                            "",
                            Arrays.stream(parts)
                                    .skip(1)
                                    .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                                    .toList());
        }
    }
}
