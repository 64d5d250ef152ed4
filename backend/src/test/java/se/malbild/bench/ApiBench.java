// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.cases.type.CaseTypes;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestDatabase;
import se.malbild.testing.TestService;

/**
 * A page of fifty cases and a registration, over HTTP with everything on, beside the baseline of {@link BareServer}; windows of the two
 * alternate, on one durable database. The baseline's statements are recorded from the product's own requests in an authority that
 * nobody else uses.
 */
final class ApiBench implements Bench.Measurement {
    private static final String TYPE = "vattenverksamhet-anmalan";
    private static final String LIST = "/api/v1/cases?limit=50";
    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final int ROUNDS = 5;
    private static final int WARM_AT_MOST = 30;
    private static final int NOT_FASTER = 3;
    private static final double FASTER = 1.03;
    private static final int CASES = 60;

    private final HttpClient client = HttpClient.newHttpClient();

    /** An authority with cases, and its registrar's token. */
    private record Registry(String token, byte[] item) {}

    @Override
    public Map<String, Object> run() throws Exception {
        System.setProperty("malbild.bench", "true");
        int port = URI.create(TestService.root()).getPort();
        Registry measured = registry();
        try (BareServer bare = baseline(registry())) {
            Supplier<byte[]> list =
                    () -> Load.request("GET", LIST, "Authorization: Bearer " + measured.token() + "\r\n", new byte[0]);
            Supplier<byte[]> bareList = () -> Load.request("GET", LIST, "", new byte[0]);
            Supplier<byte[]> insert = () -> Load.request(
                    "POST",
                    "/api/v1/cases",
                    "Authorization: Bearer " + measured.token()
                            + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n",
                    measured.item());
            Supplier<byte[]> bareInsert =
                    () -> Load.request("POST", "/api/v1/cases", "Content-Type: application/json\r\n", measured.item());
            Map<String, Object> figures = new LinkedHashMap<>();
            compare(figures, "list", "a page of 50 cases", port, list, bare.port(), bareList, 200);
            compare(figures, "insert", "a case registered", port, insert, bare.port(), bareInsert, 201);
            return figures;
        }
    }

    private static void compare(
            Map<String, Object> figures,
            String name,
            String what,
            int port,
            Supplier<byte[]> request,
            int barePort,
            Supplier<byte[]> bareRequest,
            int wanted)
            throws Exception {
        warmUp(port, wanted, request);
        warmUp(barePort, wanted, bareRequest);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(Load.perSecond(port, wanted, request, WINDOW));
            bare.add(Load.perSecond(barePort, wanted, bareRequest, WINDOW));
        }
        put(figures, what + ", the API", name + "PerSecond", Bench.median(ours), "requests/s");
        put(figures, what + ", the baseline", name + "BaselinePerSecond", Bench.median(bare), "requests/s");
        put(
                figures,
                what + ", of the baseline",
                name + "SharePercent",
                100 * Bench.median(ours) / Bench.median(bare),
                "%");
    }

    /** Until it has not become faster for some windows: the first thousands of requests are interpreted, and compiled beside. */
    private static void warmUp(int port, int wanted, Supplier<byte[]> request) throws Exception {
        double best = 0;
        int since = 0;
        for (int window = 0; window < WARM_AT_MOST && since < NOT_FASTER; window++) {
            double now = Load.perSecond(port, wanted, request, WINDOW);
            since = now > best * FASTER ? 0 : since + 1;
            best = Math.max(best, now);
        }
    }

    private static void put(Map<String, Object> figures, String what, String name, double value, String unit) {
        Bench.tell(what, value, unit);
        figures.put(name, Bench.rounded(value));
    }

    private BareServer baseline(Registry recorded) throws Exception {
        Recorder recorder = Recorder.in(TestService.bean(Jdbi.class));
        byte[][] bodies = new byte[2][];
        // Once before: what is kept for some seconds is then known, as it is under load.
        get(recorded);
        Replay list = Replay.of(recorder.of(() -> bodies[0] = get(recorded)));
        post(recorded);
        List<Recorder.Statement> once = recorder.of(() -> post(recorded));
        Replay insert = Replay.of(once, recorder.of(() -> bodies[1] = post(recorded)));
        System.out.printf("  (statements: list %d, insert %d)%n", list.statements(), insert.statements());
        return new BareServer(
                TestDatabase.url(),
                TestDatabase.user(),
                TestDatabase.password(),
                new BareServer.Answers(list, bodies[0], insert, bodies[1]));
    }

    private Registry registry() throws Exception {
        Given given = Given.anAuthority();
        given.unit("VAT");
        TestService.bean(CaseTypes.class).importPublished(given.authorityId(), CaseTypeFiles.json(TYPE), Instant.now());
        String name = given.person(Role.REGISTRAR).userName();
        Registry registry = new Registry(
                TestService.bean(Sessions.class)
                        .open(name, Given.PASSWORD, "bench")
                        .token(),
                item());
        for (int i = 0; i < CASES; i++) {
            post(registry);
        }
        return registry;
    }

    private static byte[] item() throws IOException {
        Map<String, Object> item = new HashMap<>(Map.of(
                "caseTypeKey",
                TYPE,
                "subject",
                "Grävning i Lillån vid Kvarnbacken",
                "publicSubject",
                "Grävning i vattendrag",
                "channel",
                "eservice",
                "receivedAt",
                Instant.now().minusSeconds(3600).toString(),
                "recordTitle",
                "Anmälan"));
        item.put("documentKeys", List.of("notification", "map", "drawings"));
        item.put(
                "parties",
                List.of(Map.of("kind", "organisation", "role", "applicant", "name", "Kvarnbackens samfällighet")));
        return new ObjectMapper().writeValueAsString(item).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] get(Registry registry) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(TestService.root() + LIST)).GET(), registry, 200);
    }

    private byte[] post(Registry registry) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(TestService.root() + "/api/v1/cases"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(registry.item())),
                registry,
                201);
    }

    private byte[] send(HttpRequest.Builder request, Registry registry, int wanted) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                request.header("Authorization", "Bearer " + registry.token()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != wanted) {
            throw new IllegalStateException(
                    answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
