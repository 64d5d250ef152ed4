// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.permission.RolePermissions;
import se.malbild.access.session.Sessions;
import se.malbild.cases.GivenCase;
import se.malbild.testing.ContractBundle;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/**
 * Whatever is sent, the service answers, and never with a fault of its own. {@code -Dmalbild.requests=100000} sends a hundred thousand
 * requests instead of the few of each run; a request is made from its number alone, so that a failure can be made again.
 */
class ArbitraryRequestsTest {
    private static final int SENT = Integer.getInteger("malbild.requests", 4_000);
    private static final int AT_ONCE = 8;
    private static final long SEED = 20261125;
    /** They end the session that the rest are sent in. */
    private static final List<String> NOT_SENT = List.of("deleteCurrentSession", "changeMyPassword");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ContractBundle.Operation> operations = ContractBundle.operations().stream()
            .filter(each -> !NOT_SENT.contains(each.id()))
            .toList();
    private final GivenCase given = new GivenCase();
    private final Map<Role, String> tokens = new HashMap<>();
    private final ArbitraryRequests requests = new ArbitraryRequests(known());

    private Map<String, List<String>> known() {
        String caseId = given.underWayId();
        String records = given.officer().api().get("/cases/" + caseId).text("/records/0/id");
        String log = given.person(Role.EXECUTIVE).api().get("/event-logs").text("/items/0/id");
        String unit = given.officer().api().get("/cases/" + caseId).text("/unitId");
        String type = given.officer().api().get("/cases/" + caseId).text("/caseTypeId");
        return Map.ofEntries(
                Map.entry("caseId", List.of(caseId)),
                Map.entry("recordId", List.of(records)),
                Map.entry("eventLogId", List.of(log)),
                Map.entry("unitId", List.of(unit)),
                Map.entry("unit", List.of(unit)),
                Map.entry("caseTypeId", List.of(type)),
                Map.entry("version", List.of("1", "2")),
                Map.entry("userId", List.of(given.officer().id().toString())),
                Map.entry("limit", List.of("1", "200", "201")),
                Map.entry("state", List.of("in_progress", "closed")),
                Map.entry("sort", List.of("due", "registered")),
                Map.entry("caseType", List.of("vattenverksamhet-anmalan")),
                Map.entry("query", List.of("grävning", "535-1-2026", "a b c d e f g h i j k")),
                Map.entry("from", List.of("2026-01-01", "2027-01-01")),
                Map.entry("to", List.of("2026-12-31")),
                Map.entry("activity", List.of("CaseRegistered")));
    }

    @Test
    void noneIsAFaultOfOurs() throws Exception {
        operations.forEach(each -> callerOf(each).ifPresent(role -> tokens.computeIfAbsent(role, this::token)));
        List<String> faults = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<List<String>>> parts = IntStream.range(0, AT_ONCE)
                    .<Callable<List<String>>>mapToObj(part -> () -> sendAll(part))
                    .toList();
            for (Future<List<String>> part : pool.invokeAll(parts)) {
                faults.addAll(part.get());
            }
        }

        assertThat(faults).as("of %d requests", SENT).isEmpty();
    }

    private List<String> sendAll(int part) throws Exception {
        List<String> faults = new ArrayList<>();
        for (int number = part; number < SENT; number += AT_ONCE) {
            SplittableRandom random = new SplittableRandom(SEED + number);
            ContractBundle.Operation operation = operations.get(random.nextInt(operations.size()));
            ArbitraryRequests.Request request = requests.of(operation, random);
            HttpResponse<String> answer =
                    send(request, callerOf(operation).map(tokens::get).orElse(null));
            String type = answer.headers().firstValue("Content-Type").orElse("");
            boolean fault = answer.statusCode() >= 500
                    || answer.statusCode() >= 400 && !type.startsWith("application/problem+json")
                    || answer.statusCode() >= 400 && Insides.toldBy(answer.body());
            if (fault) {
                faults.add("%d: %s %s → %d %s"
                        .formatted(
                                number,
                                operation.id(),
                                request.path(),
                                answer.statusCode(),
                                answer.body()
                                        .substring(
                                                0, Math.min(300, answer.body().length()))));
            }
        }
        return faults;
    }

    private HttpResponse<String> send(ArbitraryRequests.Request request, @Nullable String token) throws Exception {
        HttpRequest.Builder built = HttpRequest.newBuilder(URI.create(TestService.root() + "/api/v1" + request.path()));
        request.headers().forEach(built::setHeader);
        if (token != null) {
            built.setHeader("Authorization", "Bearer " + token);
        }
        byte[] body = request.body();
        built.method(
                request.method(),
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            return client.send(built.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException closedMeanwhile) {
            // The service may close a connection on which something was cut off; what is sent on a new one must be
            // answered.
            try (HttpClient fresh =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                return fresh.send(built.build(), HttpResponse.BodyHandlers.ofString());
            }
        }
    }

    /** Somebody whom the operation does not refuse for lack of permission; nobody where no sign-in is asked. */
    private static Optional<Role> callerOf(ContractBundle.Operation operation) {
        if (operation.open() || operation.node().path("x-audience").asText().equals("participant")) {
            return Optional.empty();
        }
        String permission = operation.node().path("x-permission").asText();
        RolePermissions roles = TestService.bean(RolePermissions.class);
        return Stream.of(
                        Role.OFFICER,
                        Role.UNIT_MANAGER,
                        Role.REGISTRAR,
                        Role.EXECUTIVE,
                        Role.BUSINESS_DEVELOPER,
                        Role.ADMINISTRATOR)
                .filter(role -> permission.equals("none") || roles.of(role).containsKey(permission))
                .findFirst();
    }

    private String token(Role role) {
        Given.Person person = switch (role) {
            case OFFICER -> given.officer();
            case UNIT_MANAGER -> given.manager();
            case REGISTRAR -> given.registrar();
            default -> given.person(role);
        };
        return TestService.bean(Sessions.class)
                .open(person.userName(), Given.PASSWORD, "test")
                .token();
    }
}
