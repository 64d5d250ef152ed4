// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.malbild.access.client.GivenClient;
import se.malbild.access.permission.Role;
import se.malbild.access.permission.RolePermissions;
import se.malbild.access.session.Sessions;
import se.malbild.maturity.GivenSurvey;
import se.malbild.testing.ContractBundle;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/**
 * Every operation of the contract gets requests that the contract forbids, made from it: each is refused with the right problem, none is a
 * fault of ours, nothing of our insides is told and nothing is kept.
 */
class BrokenRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Given GIVEN = Given.anAuthority();

    @TestFactory
    Stream<DynamicTest> areRefused() {
        return ContractBundle.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> tryAll(operation)));
    }

    private static void tryAll(ContractBundle.Operation operation) throws IOException, InterruptedException {
        boolean byParticipants =
                operation.node().path("x-audience").asText().equals("participant") && !operation.open();
        String cookie = byParticipants ? GivenSurvey.someCookie() : null;
        String token = byParticipants ? null : tokenFor(operation);
        long eventsBefore = events();
        List<String> wrong = new ArrayList<>();
        for (BrokenRequests.Broken broken : BrokenRequests.of(operation)) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(TestService.root() + "/api/v1" + broken.path()));
            broken.headers().forEach(request::setHeader);
            if (token != null) {
                request.setHeader("Authorization", "Bearer " + token);
            }
            if (cookie != null) {
                request.setHeader("Cookie", cookie);
                request.setHeader("Origin", TestService.root());
            }
            byte[] body = broken.body();
            request.method(
                    broken.method(),
                    body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            faultOf(broken, answer).ifPresent(wrong::add);
        }

        assertThat(wrong).as("%s %s", operation.method(), operation.path()).isEmpty();
        assertThat(events()).as("events, which tell that something was done").isEqualTo(eventsBefore);
    }

    private static Optional<String> faultOf(BrokenRequests.Broken broken, HttpResponse<String> answer)
            throws IOException {
        String seen = broken.what() + ": " + answer.statusCode() + " "
                + answer.body().substring(0, Math.min(300, answer.body().length()));
        if (!broken.expected().contains(answer.statusCode())) {
            return Optional.of("expected " + broken.expected() + ", " + seen);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        JsonNode problem = type.startsWith("application/problem+json") ? JSON.readTree(answer.body()) : null;
        if (problem == null
                || !problem.path("type").asText().startsWith("/problems/")
                || problem.path("traceId").asText().isEmpty()) {
            return Optional.of("no problem (" + type + "), " + seen);
        }
        return Insides.toldBy(answer.body()) ? Optional.of("tells our insides, " + seen) : Optional.empty();
    }

    /** Somebody whom the operation does not refuse for lack of permission; nobody where no sign-in is asked. */
    private static Optional<Role> caller(ContractBundle.Operation operation) {
        if (operation.open()) {
            return Optional.empty();
        }
        String permission = operation.node().path("x-permission").asText();
        RolePermissions roles = TestService.bean(RolePermissions.class);
        return Stream.of(Role.values())
                .filter(role -> role != Role.API_CLIENT)
                .filter(role -> permission.equals("none") || roles.of(role).containsKey(permission))
                .findFirst();
    }

    private static @Nullable String tokenFor(ContractBundle.Operation operation) {
        return operation.node().path("x-audience").asText().equals("agency")
                ? GivenClient.of(GIVEN, operation.node().path("x-permission").asText())
                        .accessToken()
                : caller(operation).map(BrokenRequestsTest::token).orElse(null);
    }

    private static String token(Role role) {
        return TestService.bean(Sessions.class)
                .open(GIVEN.person(role).userName(), Given.PASSWORD, "test")
                .token();
    }

    private static long events() {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("""
                SELECT (SELECT COUNT(*) FROM authority_events WHERE authority_id = :id AND activity != 'ClientCalled') + (SELECT COUNT(*) FROM case_events WHERE authority_id = :id)""")
                        .bind("id", GIVEN.authorityId().toString())
                        .mapTo(Long.class)
                        .one());
    }
}
