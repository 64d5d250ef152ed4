// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** Clients of a test's own, made as an administrator and a second person make them. */
public final class GivenClient {
    private final Given given;
    private final String id;
    private final String secret;

    private GivenClient(Given given, String id, String secret) {
        this.given = given;
        this.id = id;
        this.secret = secret;
    }

    /** A client that holds, with grants for its own cases of all types in those scopes, and a secret. */
    public static GivenClient of(Given given, String... scopes) {
        List<Map<String, Object>> grants = new ArrayList<>();
        for (String scope : scopes) {
            grants.add(grant(scope));
        }
        return of(given, grants);
    }

    /** As {@link #of(Given, String...)}, with those grants. */
    public static GivenClient of(Given given, List<Map<String, Object>> grants) {
        String id = proposed(given, grants).hasStatus(201).id();
        given.as(Role.EXECUTIVE).post("/api-clients/" + id + "/approval", null).hasStatus(200);
        return new GivenClient(given, id, newSecret(given, id));
    }

    /** The answer to a proposal of a client with those grants. */
    static Answer proposed(Given given, List<Map<String, Object>> grants) {
        return given.as(Role.ADMINISTRATOR)
                .post(
                        "/api-clients",
                        Map.of(
                                "name", "Kommun Prov " + UUID.randomUUID(),
                                "agency", "Kommun Prov",
                                "purpose", "Ansökningar från e-tjänsten",
                                "contactEmail", "drift@kommun.example",
                                "validFrom", "2020-01-01",
                                "grants", grants));
    }

    /** A grant for its own cases of all types. */
    public static Map<String, Object> grant(String scope) {
        return Map.of("scope", scope, "legalBasis", "Avtal om e-tjänst", "validFrom", "2020-01-01");
    }

    static String newSecret(Given given, String id) {
        return given.as(Role.ADMINISTRATOR)
                .post("/api-clients/" + id + "/keys", Map.of("kind", "secret"))
                .hasStatus(201)
                .text("/secret");
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    String secret() {
        return secret;
    }

    /** The answer to a request for a token with those fields. */
    public static Answer token(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Api.anonymous()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/oauth/token", body);
    }

    /** The answer to a request for a token with its secret. */
    public Answer token(@Nullable String scope) {
        Map<String, String> form = new java.util.HashMap<>(
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
        if (scope != null) {
            form.put("scope", scope);
        }
        return token(form);
    }

    /** A token with all it has been granted. */
    public String accessToken() {
        return token((String) null).hasStatus(200).text("/access_token");
    }

    /** Calls as the client, with all it has been granted. */
    public Api api() {
        return Api.withToken(accessToken());
    }

    /** Takes its grants of that scope back. */
    public void losesGrant(String scope) {
        for (JsonNode grant : seen().json().path("grants")) {
            if (grant.path("scope").asText().equals(scope)) {
                given.as(Role.ADMINISTRATOR)
                        .post("/client-grants/" + grant.path("id").asText() + "/revocation", null)
                        .hasStatus(200);
            }
        }
    }

    /** The client as its administrator sees it. */
    Answer seen() {
        return given.as(Role.ADMINISTRATOR).get("/api-clients/" + id).hasStatus(200);
    }
}
