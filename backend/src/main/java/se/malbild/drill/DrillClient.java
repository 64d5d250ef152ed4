// SPDX-License-Identifier: EUPL-1.2
package se.malbild.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service that may die at any moment, as one person. */
final class DrillClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String root;
    private final String token;

    /** Signs in. */
    DrillClient(String root, String userName, String password) throws IOException {
        this.root = root;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(root + "/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("userName", userName, "password", password)))));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("sign-in answered " + answer.statusCode());
        }
        this.token = JSON.readTree(answer.body()).path("token").asString();
    }

    /** What came back; {@code body} is JSON. */
    record Answer(int status, String body) {}

    /** What an answer holds. */
    static JsonNode json(Answer answer) {
        return JSON.readTree(answer.body());
    }

    Answer get(String path) throws IOException {
        return answer(send(request(path).GET()));
    }

    /** A POST that may be repeated with the same key. */
    Answer post(String path, String key, Map<String, Object> body) throws IOException {
        return answer(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** A POST of bytes. */
    Answer upload(String path, String key, byte[] bytes) throws IOException {
        return answer(send(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + "/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
