// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.access.permission.Role;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

class BadInputTest {
    private static final Given GIVEN = Given.anAuthority();
    private static final Api ADMIN = GIVEN.as(Role.ADMINISTRATOR);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"code\":}",
                "{\"code\":\"A\",}",
                "",
                "\u0000",
                "{\"a\":1}{\"b\":2}"
            })
    void thatIsNoJsonOfTheRightFormIsRefused(String body) {
        ADMIN.post("/units", body).isProblem(400, "invalid-input");
    }

    @Test
    void thatIsNestedDeeplyIsRefused() {
        ADMIN.post("/units", "{\"code\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .isProblem(400, "invalid-input");
    }

    @Test
    void withAnUnknownFieldIsRefusedByItsName() {
        ADMIN.post("/units", unit("{\"sv\":\"Enhet\"}", ",\"colour\":\"red\""))
                .isProblem(400, "invalid-input")
                .pointsAt("/colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[]", "\"text\"", "{\"sv\":[]}", "{\"sv\":\"\"}", "{}"})
    void ofTheWrongTypeIsRefused(String name) {
        Answer answer = ADMIN.post("/units", unit(name, ""));

        answer.isProblem(400, "invalid-input");
        assertThat(answer.text()).doesNotContain("se.malbild", "java.lang", "Exception", "io.micronaut");
    }

    @Test
    void overALimitIsRefused() {
        ADMIN.post("/units", unit("{\"sv\":\"" + "x".repeat(100_000) + "\"}", ""))
                .isProblem(400, "invalid-input");
    }

    @Test
    void inAnotherMediaTypeIsRefused() {
        assertThat(raw("POST", "/api/v1/sessions", "text/plain", "hej"))
                .startsWith("415")
                .contains("/problems/unsupported-media-type");
        assertThat(raw("POST", "/api/v1/sessions", "application/xml", "<a/>"))
                .startsWith("415")
                .contains("/problems/unsupported-media-type");
    }

    @Test
    void thatIsNoUtf8IsRefused() {
        ADMIN.post("/units", new byte[] {'{', '"', (byte) 0xe5, '"', ':', '1', '}'})
                .isProblem(400, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "many", "1e3", "99999999999999999999"})
    void inThePagingIsRefused(String limit) {
        ADMIN.get("/users?limit=" + limit).isProblem(400, "invalid-input").pointsAt("query/limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%00", "eyJhIjoxfQ"})
    void asACursorIsRefused(String cursor) {
        ADMIN.get("/users?cursor=" + cursor).isProblem(400, "invalid-input").pointsAt("query/cursor");
    }

    /** Every operation of the contract with an identity in its path. */
    static Stream<ContractOperation> operationsWithAnIdentity() {
        return TestService.bean(Contract.class).operations().stream()
                .filter(each -> each.path().contains("Id}")
                        && each.audience().equals("staff")
                        && !each.path().contains("/steps/"));
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnIdentity")
    void asAnIdentityIsRefusedEverywhereAndNeverAFaultOfOurs(ContractOperation operation) {
        for (String id :
                new String[] {"1", "not-a-uuid", "..%2f..", "01937e1a-5b3c-7c11-9a51-8e2f6c0d4b1", "%F0%9F%98%80"}) {
            Api caller = ADMIN.with("If-Match", "\"1\"")
                    .with("Idempotency-Key", java.util.UUID.randomUUID().toString());

            Answer answer = caller.send(
                    operation.method(),
                    operation.path().replaceAll("\\{[^}]*}", id),
                    operation.method().equals("GET") ? null : "{}");

            assertThat(answer.status())
                    .as("%s with %s: %s", operation.operationId(), id, answer.text())
                    .isBetween(400, 428);
            assertThat(answer.text("/type")).startsWith("/problems/");
        }
    }

    @Test
    void toAnAddressOrMethodThatDoesNotExistIsToldSo() {
        assertThat(raw("GET", "/api/v1/no-such-thing", "application/json", "")).contains("404", "/problems/not-found");
        assertThat(raw("PATCH", "/api/v1/units", "application/json", "{}"))
                .contains("405", "/problems/method-not-allowed");
    }

    @Test
    void whenSigningInTellsNothingOfTheAccount() {
        Api.anonymous()
                .post("/sessions", Map.of("userName", "x".repeat(10_000), "password", "p"))
                .isProblem(400, "invalid-input");
        Api.anonymous()
                .post("/sessions", Map.of("userName", "' OR 1=1 --", "password", "' OR '1'='1"))
                .isProblem(401, "wrong-credentials");
        Api.anonymous()
                .post("/sessions", Map.of("userName", "a"))
                .isProblem(400, "invalid-input")
                .pointsAt("/password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a.b.c",
                "eyJhbGciOiJub25lIn0.eyJqdGkiOiIwMTkzN2UxYS01YjNjLTdjMTEtOWE1MS04ZTJmNmMwZDRiMTEifQ."
            })
    void asATokenIsNobodySignedIn(String token) {
        Api.withToken(token).get("/me").isProblem(401, "not-signed-in");
    }

    private static String unit(String name, String more) {
        return "{\"parentId\":\"" + GIVEN.rootUnit() + "\",\"code\":\"A\",\"validFrom\":\"2026-01-01\",\"name\":" + name
                + more + "}";
    }

    /** Status and body of a request outside the contract. */
    private static String raw(String method, String path, String type, String body) {
        try (java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(TestService.root() + path))
                    .header("Content-Type", type)
                    .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var response = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
