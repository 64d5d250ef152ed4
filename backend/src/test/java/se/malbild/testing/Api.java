// SPDX-License-Identifier: EUPL-1.2
package se.malbild.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls the service over HTTP as one person, and holds each answer to the contract. */
public final class Api {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> headers;

    private Api(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** Nobody signed in. */
    public static Api anonymous() {
        return new Api(Map.of());
    }

    /** Somebody with that token. */
    public static Api withToken(String token) {
        return new Api(Map.of("Authorization", "Bearer " + token));
    }

    /** The same caller, sending one more header. */
    public Api with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Api(more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** POST of a JSON text or of anything Jackson writes; a key of its own unless one is given with {@link #with}. */
    public Answer post(String path, @Nullable Object body) {
        Api caller = headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
        return caller.send("POST", path, body);
    }

    public Answer put(String path, String etag, @Nullable Object body) {
        return with("If-Match", etag).send("PUT", path, body);
    }

    public Answer patch(String path, String etag, @Nullable Object body) {
        return with("If-Match", etag).send("PATCH", path, body);
    }

    /** The bytes of a file; fails unless there is one. */
    public byte[] download(String path) {
        HttpResponse<byte[]> response = exchange("GET", path, null);
        if (response.statusCode() != 200) {
            throw new AssertionError("status %d for %s".formatted(response.statusCode(), path));
        }
        return response.body();
    }

    /** Any request; {@code body} is a JSON text, bytes, or anything Jackson writes. */
    public Answer send(String method, String path, @Nullable Object body) {
        HttpResponse<byte[]> response = exchange(method, path, body);
        return new Answer(
                response.statusCode(),
                response.headers(),
                json(response),
                new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> exchange(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestService.root() + "/api/v1" + path))
                    .timeout(Duration.ofMinutes(2));
            headers.forEach(request::setHeader);
            if (body != null && !headers.containsKey("Content-Type")) {
                request.setHeader("Content-Type", "application/json");
            }
            request.method(method, publisher(body));
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            ContractCheck.check(method, path.replaceAll("\\?.*", ""), response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) throws IOException {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case String text -> HttpRequest.BodyPublishers.ofString(text);
            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        };
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            return isJson && response.body().length > 0 ? JSON.readTree(response.body()) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
