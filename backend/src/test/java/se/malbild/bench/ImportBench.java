// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** From sending a log over HTTP to its rows being committed on a durable database: upload, job, columns, segments. */
final class ImportBench implements Bench.Measurement {
    private static final String LOG = "road_traffic_fines.xes.gz";
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = 3;
    private static final int PAUSE_MILLIS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Map<String, Object> run() throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        Path file = Logs.find(LOG);
        if (file == null) {
            Bench.tellMissing(Logs.missing(LOG));
            return figures;
        }
        System.setProperty("malbild.bench", "true");
        Given given = Given.anAuthority();
        String token = TestService.bean(Sessions.class)
                .open(given.person(Role.BUSINESS_DEVELOPER).userName(), Given.PASSWORD, "bench")
                .token();
        byte[] packed = Files.readAllBytes(file);
        List<Double> seconds = new ArrayList<>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            imported(token, packed);
            if (round >= 0) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        JsonNode log = get(token, "/event-logs?limit=10")
                .path("items")
                .findParents("eventCount")
                .getLast();
        double median = Bench.median(seconds);
        Bench.tell("sent to committed rows", median, "s");
        Bench.tell("sent to committed rows", log.path("eventCount").asLong() / median, "events/s");
        figures.put("committedSeconds", Math.round(median * 100) / 100.0);
        figures.put(
                "committedEventsPerSecond", Bench.rounded(log.path("eventCount").asLong() / median));
        figures.put("events", log.path("eventCount").asLong());
        return figures;
    }

    private void imported(String token, byte[] packed) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(token, "/event-logs?title=" + UUID.randomUUID())
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed));
        String job = "/jobs/" + send(request, 202).path("id").asText();
        while (true) {
            JsonNode now = get(token, job);
            switch (now.path("state").asText()) {
                case "done" -> {
                    return;
                }
                case "queued", "running" -> Thread.sleep(PAUSE_MILLIS);
                default -> throw new IllegalStateException(now.toString());
            }
        }
    }

    private JsonNode get(String token, String path) throws IOException, InterruptedException {
        return send(to(token, path).GET(), 200);
    }

    private static HttpRequest.Builder to(String token, String path) {
        return HttpRequest.newBuilder(URI.create(TestService.root() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request, int wanted) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = json.readTree(answer.body());
        if (answer.statusCode() != wanted) {
            throw new IllegalStateException(answer.statusCode() + ": " + body);
        }
        return body;
    }
}
