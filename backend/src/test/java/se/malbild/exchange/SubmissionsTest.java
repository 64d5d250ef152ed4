// SPDX-License-Identifier: EUPL-1.2
package se.malbild.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.malbild.access.client.GivenClient;
import se.malbild.access.unit.Units;
import se.malbild.cases.inbox.GivenInbox;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** What other agencies hand in, over HTTP: once each, never refused for what it holds, and theirs alone to follow. */
class SubmissionsTest {
    private final GivenInbox given = new GivenInbox();
    private final GivenClient client = GivenClient.of(given.authority, "case:submit", "case:status");
    private final Api api = client.api();

    /** Acceptance scenario 30. */
    @Test
    void scenario30ARetriedSubmissionIsOneCaseAndADisguisedFileIsFlaggedWithItsArrivalDateStanding()
            throws IOException, InterruptedException, ExecutionException {
        String key = UUID.randomUUID().toString();
        String upload = uploaded(api, "ritning.pdf", "<html><script>alert(1)</script></html>");
        String body = "{\"subject\":\"Anmälan om grävning\",\"caseTypeKey\":\"%s\",\"uploadIds\":[\"%s\"]}"
                .formatted(GivenInbox.WATER, upload);

        sendAndHangUp(key, body);
        List<Answer> retried = atOnce(8, () -> api.with("Idempotency-Key", key).post("/submissions", body));
        Answer receipt = onceItIsDone(key, body).hasStatus(202);

        Set<String> receipts = new HashSet<>(Set.of(receipt.text()));
        for (Answer answer : retried) {
            if (answer.status() == 202) {
                receipts.add(answer.text());
            } else {
                answer.isProblem(409, "still-running");
            }
        }
        assertThat(receipts).as("a repeat gets the same bytes").hasSize(1);
        api.with("Idempotency-Key", key)
                .post("/submissions", body.replace("grävning", "annat"))
                .isProblem(422, "key-reused");

        JsonNode waiting = given.registrar.get("/inbox-items").hasStatus(200).json();
        assertThat(waiting.path("items")).hasSize(1);
        Answer item = given.registrar
                .get("/inbox-items/" + waiting.at("/items/0/id").asText())
                .hasStatus(200);
        assertThat(item.text("/channel")).isEqualTo("api");
        assertThat(item.text("/sender")).isEqualTo("Kommun Prov");
        String today = LocalDate.now(Units.STOCKHOLM).toString();
        assertThat(receipt.text("/arrivalDate")).isEqualTo(today).isEqualTo(item.text("/arrivalDate"));
        assertThat(receipt.text("/files/0/mediaType")).isEqualTo("text/html");
        assertThat(receipt.json().at("/files/0/typeMismatch").asBoolean()).isTrue();
        assertThat(receipt.json().at("/files/0/withheld").asBoolean()).isTrue();
        given.registrar
                .get("/inbox-items/" + item.id() + "/files/" + item.text("/files/0/id") + "/content")
                .isProblem(409, "conflict");

        Answer registered = given.register(item);

        Answer now = api.get("/submissions/" + receipt.id()).hasStatus(200);
        assertThat(now.text("/state")).isEqualTo("registered");
        assertThat(now.text("/caseNumber")).isEqualTo(registered.text("/number"));
        assertThat(now.text("/arrivalDate")).isEqualTo(today);
        assertThat(given.registrar.get("/cases?limit=10").json().path("items")).hasSize(1);
        JsonNode record = given.registrar
                .get("/cases/" + registered.text("/caseId") + "/records?limit=10")
                .json()
                .at("/items/0");
        assertThat(record.at("/files/0/quarantine").asText()).isEqualTo("disguised");
        assertThat(record.path("date").asText()).isEqualTo(today);
        assertThat(api.with("Idempotency-Key", key)
                        .post("/submissions", body)
                        .hasStatus(202)
                        .text())
                .as("the receipt of then, also after registration")
                .isEqualTo(receipt.text());
        JsonNode first = given.registrar
                .get("/cases/" + registered.text("/caseId") + "/events?limit=50")
                .json()
                .path("items");
        assertThat(first.findValuesAsText("activity")).contains("ItemReceived", "CaseRegistered");
    }

    @Test
    void aSubmissionAndItsUploadsExistOnlyToTheClientThatMadeThem() {
        Api other =
                GivenClient.of(given.authority, "case:submit", "case:status").api();
        Answer mine = api.post("/submissions", Map.of("subject", "Anmälan", "clientReference", "Ä-4711"))
                .hasStatus(202);
        String upload = uploaded(api, "bilaga.txt", "En bilaga");

        assertThat(mine.text("/clientReference")).isEqualTo("Ä-4711");
        String missing = other.get("/submissions/" + UUID.randomUUID())
                .isProblem(404, "not-found")
                .text("/title");
        assertThat(other.get("/submissions/" + mine.id())
                        .isProblem(404, "not-found")
                        .text("/title"))
                .isEqualTo(missing);
        other.get("/submission-uploads/" + upload).isProblem(404, "not-found");
        other.post("/submissions", Map.of("subject", "Anmälan", "uploadIds", List.of(upload)))
                .isProblem(422, "rule-broken")
                .pointsAt("/uploadIds/0");
        given.registrar.get("/uploads/" + upload).isProblem(404, "not-found");
        api.send("DELETE", "/submission-uploads/" + upload, null).hasStatus(204);
        api.get("/submission-uploads/" + upload).isProblem(404, "not-found");
    }

    @Test
    void aGrantForSomeTypesTakesNoOthersAndTellsNothingOfThem() {
        Map<String, Object> water = new HashMap<>(GivenClient.grant("case:submit"));
        water.put("caseTypeKeys", List.of(GivenInbox.WATER));
        Api narrow = GivenClient.of(given.authority, List.of(water)).api();

        narrow.post("/submissions", submission(GivenInbox.WATER)).hasStatus(202);
        Answer granted =
                narrow.post("/submissions", submission("djurskydd-anmalan")).isProblem(422, "rule-broken");
        Answer missing = narrow.post("/submissions", submission("finns-inte")).isProblem(422, "rule-broken");
        assertThat(granted.json().path("errors")).isEqualTo(missing.json().path("errors"));
        narrow.post("/submissions", Map.of("subject", "Utan typ"))
                .isProblem(422, "rule-broken")
                .pointsAt("/caseTypeKey");
        api.post("/submissions", submission("finns-inte"))
                .isProblem(422, "rule-broken")
                .pointsAt("/caseTypeKey");
    }

    @Test
    void whatIsLinkedOrClosedSaysSoAndNothingOfTheCase() {
        Answer linked = api.post("/submissions", submission(GivenInbox.WATER)).hasStatus(202);
        String caseId = given.register(given.receive(GivenInbox.arrived())).text("/caseId");
        GivenInbox.act(given.registrar, waitingItem(), "link", Map.of("caseId", caseId, "title", "Komplettering"))
                .hasStatus(200);
        Answer closed = api.post("/submissions", submission(GivenInbox.WATER)).hasStatus(202);
        GivenInbox.act(given.registrar, waitingItem(), "outcome", Map.of("outcome", "trivial"))
                .hasStatus(200);

        Answer seen = api.get("/submissions/" + linked.id()).hasStatus(200);
        assertThat(seen.text("/state")).isEqualTo("linked");
        assertThat(seen.json().has("caseId") || seen.json().has("caseNumber")).isFalse();
        assertThat(api.get("/submissions/" + closed.id()).text("/state")).isEqualTo("closed");
        api.get("/cases/" + caseId + "/status").isProblem(404, "not-found");
    }

    @Test
    void aClientFollowsItsOwnOpenCasesAndNoOthers() {
        String caseId = submitted(api);
        Answer status = api.get("/cases/" + caseId + "/status").hasStatus(200);
        assertThat(status.text("/state")).isEqualTo("registered");
        assertThat(status.text("/contactUnit/code")).isNotEmpty();
        Api other =
                GivenClient.of(given.authority, "case:submit", "case:status").api();
        String missing = other.get("/cases/" + UUID.randomUUID() + "/status")
                .isProblem(404, "not-found")
                .text("/title");
        assertThat(other.get("/cases/" + caseId + "/status")
                        .isProblem(404, "not-found")
                        .text("/title"))
                .isEqualTo(missing);

        Map<String, Object> allOfType = new HashMap<>(GivenClient.grant("case:status"));
        allOfType.put("extent", "case_types");
        allOfType.put("caseTypeKeys", List.of(GivenInbox.WATER));
        Api granted = GivenClient.of(given.authority, List.of(allOfType)).api();
        granted.get("/cases/" + caseId + "/status").hasStatus(200);
        granted.post("/submissions", submission(GivenInbox.WATER)).isProblem(403, "not-permitted");

        Answer open = given.registrar.get("/cases/" + caseId).hasStatus(200);
        given.registrar
                .with("If-Match", open.etag())
                .post(
                        "/cases/" + caseId + "/secrecy-markings",
                        Map.of(
                                "level",
                                "secret",
                                "provision",
                                "21 kap. 7 § OSL",
                                "markedOn",
                                LocalDate.now(Units.STOCKHOLM).toString()))
                .hasStatus(201);
        api.get("/cases/" + caseId + "/status").isProblem(404, "not-found");
        granted.get("/cases/" + caseId + "/status").isProblem(404, "not-found");
    }

    @Test
    void aGrantThatIsTakenBackBitesOnTokensAlreadyIssued() {
        String caseId = submitted(api);

        client.losesGrant("case:status");

        api.get("/cases/" + caseId + "/status").isProblem(403, "not-permitted");
        api.post("/submissions", submission(GivenInbox.WATER)).hasStatus(202);
    }

    @Test
    void moreThanItsShareIsAnsweredWith429AndTheLimitIsTold() throws IOException, InterruptedException {
        try (EmbeddedServer node = TestService.anotherNode(Map.of(
                        "malbild.agency-limits.requests-per-second", 0.5,
                        "malbild.agency-limits.burst", 3,
                        "malbild.agency-limits.submissions-per-second", 0.5));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder read = HttpRequest.newBuilder(URI.create(
                            "http://localhost:" + node.getPort() + "/api/v1/submissions/" + UUID.randomUUID()))
                    .header("Authorization", "Bearer " + client.accessToken());

            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(http.send(read.build(), HttpResponse.BodyHandlers.ofString()));
            }

            assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactly(404, 404, 404, 429);
            HttpResponse<String> last = answers.getLast();
            assertThat(last.body()).contains("/problems/too-many-requests");
            assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 2);
            assertThat(last.headers().firstValue("RateLimit-Remaining")).contains("0");
            assertThat(answers.getFirst().headers().firstValue("RateLimit-Limit"))
                    .contains("3");
            assertThat(answers.getFirst().headers().firstValue("RateLimit-Remaining"))
                    .contains("2");
        }
    }

    private static Map<String, Object> submission(String typeKey) {
        return Map.of("subject", "Anmälan om grävning", "caseTypeKey", typeKey);
    }

    /** A case of the client's own; its identity. */
    private String submitted(Api by) {
        Answer receipt = by.post("/submissions", submission(GivenInbox.WATER)).hasStatus(202);
        given.register(waitingItem());
        return by.get("/submissions/" + receipt.id()).text("/caseId");
    }

    private Answer waitingItem() {
        return given.registrar
                .get("/inbox-items/" + given.registrar.get("/inbox-items").text("/items/0/id"))
                .hasStatus(200);
    }

    static String uploaded(Api api, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String id = api.post("/submission-uploads", Map.of("fileName", name, "size", bytes.length))
                .hasStatus(201)
                .id();
        api.with("Content-Type", "application/octet-stream")
                .send("PUT", "/submission-uploads/" + id + "/parts/0", bytes)
                .hasStatus(200);
        return id;
    }

    /** The request is sent and its answer never read, as when the sender's patience ends. */
    private void sendAndHangUp(String key, String body) throws IOException {
        URI root = URI.create(TestService.root());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/submissions HTTP/1.1\r\nHost: " + root.getAuthority()
                                    + "\r\nAuthorization: Bearer " + client.accessToken()
                                    + "\r\nIdempotency-Key: " + key
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
    }

    private static List<Answer> atOnce(int many, Callable<Answer> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : threads.invokeAll(java.util.Collections.nCopies(many, call))) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /** What a sender does who is told that the first request is still running: waits and asks again. */
    private Answer onceItIsDone(String key, String body) throws InterruptedException {
        Answer answer = api.with("Idempotency-Key", key).post("/submissions", body);
        for (int again = 0; again < 100 && answer.status() == 409; again++) {
            Thread.sleep(50);
            answer = api.with("Idempotency-Key", key).post("/submissions", body);
        }
        return answer;
    }
}
