// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.platform.store.FileStore;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.Shared;
import se.malbild.testing.TestService;

class LogImportTest {
    private final GivenLogs given = new GivenLogs();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private int rows(String table, String condition) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM " + table + " WHERE authority_id = :authority AND " + condition)
                        .bind("authority", given.authority.authorityId())
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void givesALogWithAQualityNoteAndAnEvent() {
        String id = given.imported(GivenLogs.SMALL);

        Answer log = given.get(id, "");
        assertThat(log.text("/log/caseCount")).isEqualTo("3");
        assertThat(log.text("/log/eventCount")).isEqualTo("11");
        assertThat(log.text("/log/firstAt")).isEqualTo("2026-01-05T07:00:00Z");
        assertThat(log.text("/quality/assumedZone")).isEqualTo("Europe/Stockholm");
        assertThat(log.text("/quality/systemEvents")).isEqualTo("4");
        assertThat(rows("authority_events", "activity = 'EventLogImported' AND object_refs LIKE '%" + id + "%'"))
                .isEqualTo(1);
    }

    @Test
    void tellsGzipByTheFirstBytesAndTimesWithoutOffsetByTheZoneSaid() throws IOException {
        byte[] file = zipped(bytes(GivenLogs.SMALL.replace("+01:00", "")));

        Answer job = given.ended(given.upload(file, "Utan zon", "&assumeZone=Asia/Tokyo")
                .hasStatus(202)
                .id());

        Answer log = given.get(job.text("/result/eventLogId"), "");
        assertThat(log.text("/log/firstAt")).isEqualTo("2026-01-04T23:00:00Z");
        assertThat(log.text("/quality/timestampsWithoutOffset")).isEqualTo("11");
        assertThat(log.text("/quality/assumedZone")).isEqualTo("Asia/Tokyo");
        given.upload(file, "Fel zon", "&assumeZone=Mars/Olympus")
                .isProblem(400, "invalid-input")
                .pointsAt("query/assumeZone");
    }

    @Test
    void awkwardFilesAreTakenAsTheyShouldBeAndTheNoteTellsWhatIsOddAboutThem() throws IOException {
        Answer times = given.get(given.imported(Files.readAllBytes(Shared.data("logs/awkward/time.xes"))), "");
        Answer names = given.get(given.imported(Files.readAllBytes(Shared.data("logs/awkward/names.xes"))), "");
        Answer structure = given.get(given.imported(Files.readAllBytes(Shared.data("logs/awkward/structure.xes"))), "");

        assertThat(times.text("/log/eventCount")).isEqualTo("23");
        assertThat(times.json().at("/quality/findings").findValuesAsText("code"))
                .contains(
                        "timestamp_missing",
                        "timestamp_unreadable",
                        "timestamp_without_offset",
                        "timestamp_improbable");
        assertThat(names.json().at("/quality/findings").findValuesAsText("code"))
                .contains("case_id_repeated", "case_without_id", "activity_empty", "resource_given_twice");
        assertThat(structure.text("/log/caseCount")).isEqualTo("2");
    }

    @Test
    void aLifeCycleIsAViewThatIsSaid() throws IOException {
        String id = given.imported(Files.readAllBytes(Shared.data("logs/awkward/lifecycle.xes")));

        assertThat(given.get(id, "/process-map").text("/selection/eventCount")).isEqualTo("13");
        Answer complete = given.get(id, "/process-map?lifecycle=complete");
        assertThat(complete.text("/selection/eventCount")).isEqualTo("5");
        assertThat(complete.text("/selection/lifecycle")).isEqualTo("complete");
        assertThat(given.get(id, "").json().at("/quality/transitions").size()).isGreaterThan(1);
    }

    @Test
    void hostileAndBrokenFilesAreRefusedWithTheirReasonAndNothingIsSaved() throws IOException {
        byte[] broken = zipped(bytes(GivenLogs.SMALL));
        broken[broken.length / 2] ^= 0x55;
        byte[] truncated = Arrays.copyOf(zipped(bytes(GivenLogs.SMALL)), 120);
        String entities = "<!DOCTYPE log [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><log>&b;</log>";
        String external =
                "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log><trace><string key='concept:name' value='&x;'/></trace></log>";

        refused(Files.readAllBytes(Shared.data("logs/awkward/hostile_entities.xes")), "document_type");
        refused(bytes(entities), "document_type");
        refused(bytes(external), "document_type");
        refused(Files.readAllBytes(Shared.data("logs/awkward/truncated.xes.gz")), "truncated");
        refused(truncated, "truncated");
        refused(bytes("<log><trace>"), "truncated");
        refused(
                "<log><trace><string key='concept:name' value='Ä'/></trace></log>"
                        .getBytes(StandardCharsets.ISO_8859_1),
                "encoding");
        refused(bytes("<html/>"), "not_xes");
        refused(bytes("inte xml"), "not_xml");
        refused(bytes("<log/>"), "no_events");
        refused(nestedGigabyte(), "over_limit");
        assertThat(given.ended(given.upload(broken, "Trasig", "").id()).text("/state"))
                .isEqualTo("failed");

        assertThat(given.developer.get("/event-logs").json().at("/items"))
                .as("only the authority's own cases")
                .hasSize(1);
        assertThat(rows("event_log_segments", "TRUE")).isZero();
    }

    /** A gzip file of about a megabyte that unpacks to a gigabyte of nested elements. */
    private static byte[] nestedGigabyte() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes("<log>"));
            byte[] block = bytes("<list>".repeat(100_000));
            for (int i = 0; i < 1_700; i++) {
                gzip.write(block);
            }
        }
        return out.toByteArray();
    }

    private void refused(byte[] file, String code) {
        Answer job = given.ended(given.upload(file, "Vägrad", "").hasStatus(202).id());
        assertThat(job.text("/state")).as(code).isEqualTo("failed");
        assertThat(job.text("/problem/type")).isEqualTo("/problems/rule-broken");
        assertThat(job.text("/problem/errors/0/code")).isEqualTo(code);
        Answer english = given.developer.with("Accept-Language", "en").get("/jobs/" + job.id());
        assertThat(english.text("/problem/errors/0/message")).isNotEqualTo(job.text("/problem/errors/0/message"));
    }

    @Test
    void theSameKeyImportsOnceAndAnotherBodyUnderItIsRefused() {
        String key = "import-" + UUID.randomUUID();
        Api keyed =
                given.developer.with("Content-Type", "application/octet-stream").with("Idempotency-Key", key);
        String first = keyed.post("/event-logs?title=A", bytes(GivenLogs.SMALL))
                .hasStatus(202)
                .id();

        assertThat(keyed.post("/event-logs?title=A", bytes(GivenLogs.SMALL))
                        .hasStatus(202)
                        .id())
                .isEqualTo(first);
        keyed.post("/event-logs?title=A", bytes(GivenLogs.SMALL + " ")).isProblem(422, "key-reused");
        keyed.post("/event-logs?title=B", bytes(GivenLogs.SMALL)).isProblem(422, "key-reused");
        given.ended(first);
        assertThat(given.developer.get("/event-logs").json().at("/items")).hasSize(2);
    }

    @Test
    void aWorkerThatDiesInTheMiddleLeavesNothingAndAnotherBeginsAgain() {
        Answer ended = given.ended(abandoned("Avbruten", false));

        assertThat(ended.text("/state")).isEqualTo("done");
        assertThat(titles()).containsOnlyOnce("Avbruten");
    }

    @Test
    void aCancelledImportLeavesNothing() {
        Answer ended = given.ended(abandoned("Ångrad", true));

        assertThat(ended.text("/state")).isEqualTo("cancelled");
        assertThat(titles()).doesNotContain("Ångrad");
        assertThat(rows("event_log_segments", "TRUE")).isZero();
    }

    private List<String> titles() {
        return given.developer
                .get("/event-logs")
                .hasStatus(200)
                .json()
                .at("/items")
                .findValuesAsText("title");
    }

    /** An import as a worker of an earlier process left it in the middle; its user has perhaps asked it to stop. */
    private String abandoned(String title, boolean cancelled) {
        FileStore.Stored stored = TestService.bean(FileStore.class)
                .put(given.authority.authorityId(), new ByteArrayInputStream(bytes(GivenLogs.SMALL)), 1 << 20);
        UUID job = UUID.randomUUID();
        String input = """
            {"sha256":"%s","bytes":%d,"title":"%s","zone":"UTC","unit":"%s"}""".formatted(stored.sha256(), stored.size(), title, given.authority.rootUnit());
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        """
            INSERT INTO jobs (id, authority_id, user_id, kind, input, state, progress_done, cancel_requested, worker, lease_until, created_at)
            VALUES (?, ?, ?, 'import_event_log', ?, 'running', 700, ?, UUID(), UTC_TIMESTAMP(6) - INTERVAL 1 SECOND, UTC_TIMESTAMP(6))""",
                        job.toString(),
                        given.authority.authorityId().toString(),
                        given.authority.person(Role.BUSINESS_DEVELOPER).id().toString(),
                        input,
                        cancelled));
        return job.toString();
    }

    @Test
    void whatIsTooLargeIsRefusedAtTheDoor() {
        Answer answer = given.upload(new byte[(200 << 20) + 1], "Stor", "");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void anotherAuthorityCannotTellThatALogIsThere() {
        String id = given.imported(GivenLogs.SMALL);
        Api stranger = Given.anAuthority().as(Role.BUSINESS_DEVELOPER);
        String nothing = UUID.randomUUID().toString();

        for (String what : List.of(
                "",
                "/mapping",
                "/process-map",
                "/figures",
                "/frictions",
                "/variants",
                "/cases",
                "/cases/0",
                "/months",
                "/filter-values",
                "/indicators")) {
            Answer theirs = stranger.get("/event-logs/" + id + what).isProblem(404, "not-found");
            Answer none = stranger.get("/event-logs/" + nothing + what).isProblem(404, "not-found");
            assertThat(theirs.text("/title")).isEqualTo(none.text("/title"));
        }
        stranger.with("If-Match", "\"1\"")
                .send("DELETE", "/event-logs/" + id, null)
                .isProblem(404, "not-found");
        stranger.patch("/event-logs/" + id, "\"1\"", "{\"title\":\"Min\"}").isProblem(404, "not-found");
        stranger.put("/event-logs/" + id + "/mapping", "\"0\"", "{\"activities\":[],\"endActivities\":[]}")
                .isProblem(404, "not-found");
    }

    @Test
    void aLogIsRenamedAndDeletedInTheVersionThatWasRead() {
        String id = given.imported(GivenLogs.SMALL);
        Answer log = given.get(id, "");

        Answer renamed = given.developer
                .patch("/event-logs/" + id, log.etag(), "{\"title\":\"Nytt namn\"}")
                .hasStatus(200);
        given.developer
                .patch("/event-logs/" + id, log.etag(), "{\"title\":\"Igen\"}")
                .isProblem(412, "stale-version");
        assertThat(given.get(id, "/process-map").text("/selection/logTitle")).isEqualTo("Nytt namn");
        given.developer
                .with("If-Match", log.etag())
                .send("DELETE", "/event-logs/" + id, null)
                .isProblem(412, "stale-version");
        given.developer
                .with("If-Match", renamed.etag())
                .send("DELETE", "/event-logs/" + id, null)
                .hasStatus(204);
        given.developer.get("/event-logs/" + id + "/process-map").isProblem(404, "not-found");
    }

    @Test
    void logsComePageByPageOwnCasesFirst() {
        List<String> ids = List.of(
                given.imported(GivenLogs.SMALL), given.imported(GivenLogs.SMALL), given.imported(GivenLogs.SMALL));

        Answer first = given.developer.get("/event-logs?limit=1").hasStatus(200);
        assertThat(first.text("/items/0/kind")).isEqualTo("own");
        Answer second = given.developer
                .get("/event-logs?limit=2&cursor=" + first.text("/next"))
                .hasStatus(200);
        Answer third = given.developer
                .get("/event-logs?limit=2&cursor=" + second.text("/next"))
                .hasStatus(200);

        assertThat(second.json().at("/items").findValuesAsText("id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(third.json().at("/items").findValuesAsText("id")).containsExactly(ids.get(0));
        assertThat(third.json().has("next")).isFalse();
    }
}
