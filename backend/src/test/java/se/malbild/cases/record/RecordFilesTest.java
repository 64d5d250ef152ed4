// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.ClamdStandIn;
import se.malbild.testing.TestService;

class RecordFilesTest {
    private final GivenRecords given = new GivenRecords();
    private final String caseId = given.cases.underWayId();

    @Test
    void aFileIsRegisteredScannedAndGivenOutSafely() {
        byte[] bytes = "Räkning för å, ä och ö.".getBytes(StandardCharsets.UTF_8);
        Answer record = given.registered(caseId, "Räkning \"mars\".txt", "text/plain", bytes, "working");
        assertThat(record.text("/number")).endsWith("-" + record.text("/recordNo"));
        Answer scanned = given.scanned(caseId, record.id());
        assertThat(scanned.text("/files/0/scanState")).isEqualTo("clean");

        HttpResponse<byte[]> file =
                GivenRecords.download(given.cases.officer(), caseId, record.id(), record.text("/files/0/id"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(bytes);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue(
                        "attachment; filename=\"R_kning _mars_.txt\"; filename*=UTF-8''R%C3%A4kning%20%22mars%22.txt");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(csp -> assertThat(csp).startsWith("sandbox"));
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(activities()).contains("RecordAdded", "VersionAdded", "ItemScanned");
    }

    @Test
    void aWebPageNamedPdfIsRegisteredWithItsArrivalDateAndItsBytesAreWithheld() {
        byte[] page = "<!DOCTYPE html><html><body>Hej</body></html>".getBytes(StandardCharsets.UTF_8);

        Answer record = given.registered(caseId, "ansokan.pdf", "application/pdf", page, "final");

        assertThat(record.text("/date")).isEqualTo(GivenRecords.record("").get("date"));
        assertThat(record.text("/files/0/quarantine")).isEqualTo("disguised");
        assertThat(record.json().at("/files/0/typeMismatch").asBoolean()).isTrue();
        assertThat(record.json().at("/files/0/downloadable").asBoolean()).isFalse();
        given.scanned(caseId, record.id());
        String file = "/cases/" + caseId + "/records/" + record.id() + "/files/" + record.text("/files/0/id");
        given.officer().get(file + "/content").isProblem(409, "conflict");
        given.officer()
                .post("/cases/" + caseId + "/records/" + record.id() + "/archival-copies", null)
                .isProblem(409, "conflict");
    }

    @Test
    void malwareIsFoundAndWithheld() {
        Answer record = given.registered(
                caseId, "test.txt", "text/plain", ClamdStandIn.EICAR.getBytes(StandardCharsets.US_ASCII), "working");
        assertThat(record.text("/files/0/scanState")).isEqualTo("pending");
        assertThat(record.json().at("/files/0/downloadable").asBoolean()).isFalse();

        Answer scanned = given.scanned(caseId, record.id());

        assertThat(scanned.text("/files/0/scanState")).isEqualTo("infected");
        given.officer().get(content(record)).isProblem(409, "conflict");
        assertThat(activities()).contains("ItemQuarantined");
    }

    @Test
    void whatCouldNotBeScannedIsWithheldAndTriedAgain() {
        byte[] bytes = ClamdStandIn.UNSCANNABLE.getBytes(StandardCharsets.US_ASCII);
        Answer record = given.registered(caseId, "test.txt", "text/plain", bytes, "working");

        Answer scanned = given.scanned(caseId, record.id());

        assertThat(scanned.text("/files/0/scanState")).isEqualTo("error");
        given.officer().get(content(record)).isProblem(409, "conflict");
        int tries = tries(record);
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE record_files SET scan_next = NOW(6) - INTERVAL 1 DAY WHERE id = ?",
                        record.text("/files/0/id")));
        given.eventually(caseId, record.id(), each -> tries(record) > tries);
    }

    private static int tries(Answer record) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT scan_tries FROM record_files WHERE id = ?")
                        .bind(0, record.text("/files/0/id"))
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void versionsAreKeptUntilTheRecordIsFinalAndThenLockedForEverybody() {
        Answer record = given.registered(caseId, "utkast.txt", null, "Ett".getBytes(StandardCharsets.UTF_8), "draft");
        String versions = "/cases/" + caseId + "/records/" + record.id() + "/versions";
        given.officer()
                .post(
                        versions,
                        Map.of("uploadId", given.uploaded("utkast.txt", null, "Ett".getBytes(StandardCharsets.UTF_8))))
                .isProblem(422, "rule-broken")
                .pointsAt("/uploadId");
        Answer second = given.officer()
                .post(
                        versions,
                        Map.of("uploadId", given.uploaded("utkast.txt", null, "Två".getBytes(StandardCharsets.UTF_8))))
                .hasStatus(201);
        assertThat(second.json().at("/files").findValuesAsText("n")).containsExactly("2", "1");
        String path = "/cases/" + caseId + "/records/" + record.id() + "/finalisation";
        given.officer().with("If-Match", record.etag()).post(path, null).isProblem(412, "stale-version");
        Answer locked =
                given.officer().with("If-Match", second.etag()).post(path, null).hasStatus(200);
        assertThat(locked.text("/status")).isEqualTo("final");

        given.officer()
                .post(
                        versions,
                        Map.of("uploadId", given.uploaded("utkast.txt", null, "Tre".getBytes(StandardCharsets.UTF_8))))
                .isProblem(409, "conflict");

        given.officer()
                .with("If-Match", locked.etag())
                .post("/cases/" + caseId + "/records/" + record.id() + "/voiding", Map.of("reason", "Fel."))
                .isProblem(409, "conflict");
        given.scanned(caseId, record.id());
        assertThat(GivenRecords.download(given.cases.officer(), caseId, record.id(), second.text("/files/0/id"))
                        .body())
                .isEqualTo("Två".getBytes(StandardCharsets.UTF_8));
        assertThat(activities()).contains("RecordFinalised");
    }

    @Test
    void aSignedDecisionCannotBeGivenANewVersionAndItsHashStillVerifies() {
        Answer file = given.cases.decided();
        String record = file.text("/decisions/0/recordId");
        String upload = given.uploaded("rattelse.txt", null, "Rättelse".getBytes(StandardCharsets.UTF_8));

        given.officer()
                .post("/cases/" + file.id() + "/records/" + record + "/versions", Map.of("uploadId", upload))
                .isProblem(409, "conflict");

        HttpResponse<byte[]> signed = GivenRecords.download(given.cases.officer(), file.id(), record, record);
        assertThat(GivenRecords.sha256(signed.body())).isEqualTo(file.text("/decisions/0/sha256"));
        given.officer()
                .post("/cases/" + file.id() + "/file-records", GivenRecords.record(upload, "final"))
                .hasStatus(201);
    }

    @Test
    void bytesThatAreNotThoseRegisteredAreNotGivenOut() throws IOException {
        byte[] bytes = ("Det som registrerades " + caseId).getBytes(StandardCharsets.UTF_8);
        Answer record = given.registered(caseId, "a.txt", null, bytes, "working");
        given.scanned(caseId, record.id());
        String sha256 = GivenRecords.sha256(bytes);
        try (var found = Files.walk(Path.of(TestService.property("malbild.files")))) {
            Path stored =
                    found.filter(each -> each.endsWith(sha256)).findFirst().orElseThrow();
            Files.writeString(stored, "Något annat");
        }

        HttpResponse<byte[]> file =
                GivenRecords.download(given.cases.officer(), caseId, record.id(), record.text("/files/0/id"));

        assertThat(file.statusCode()).isEqualTo(500);
        assertThat(new String(file.body(), StandardCharsets.UTF_8)).doesNotContain("Något annat");
    }

    @Test
    void aRecordRegisteredByMistakeKeepsItsNumberAndTheReason() {
        Answer record = given.registered(caseId, "a.txt", null, "a".getBytes(StandardCharsets.UTF_8), "working");
        String path = "/cases/" + caseId + "/records/" + record.id();

        Answer voided = given.officer()
                .with("If-Match", record.etag())
                .post(path + "/voiding", Map.of("reason", "Hör till ett annat ärende."))
                .hasStatus(200);

        assertThat(voided.text("/status")).isEqualTo("voided");
        assertThat(voided.text("/statusReason")).isEqualTo("Hör till ett annat ärende.");
        Answer next = given.registered(caseId, "b.txt", null, "b".getBytes(StandardCharsets.UTF_8), "working");
        assertThat(next.json().at("/recordNo").asInt())
                .isEqualTo(record.json().at("/recordNo").asInt() + 1);
        assertThat(activities()).contains("RecordVoided");
    }

    @Test
    void whoMayNotReadTheCaseFindsNeitherRecordNorFile() {
        Answer record = given.registered(caseId, "a.txt", null, "a".getBytes(StandardCharsets.UTF_8), "working");
        given.scanned(caseId, record.id());
        GivenRecords other = new GivenRecords();

        other.officer().get("/cases/" + caseId + "/records").isProblem(404, "not-found");
        other.officer().get(content(record)).isProblem(404, "not-found");
        String never = content(record).replace(record.id(), "01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11");
        assertThat(bare(other.officer().get(content(record))))
                .isEqualTo(bare(other.officer().get(never)));
    }

    /** Without what names the very request. */
    private static String bare(Answer problem) {
        return problem.text().replaceAll("\"(traceId|instance)\":\"[^\"]*\"", "");
    }

    @Test
    void theListShowsRecordsOnPaperAndWithFilesPageByPage() {
        given.registered(caseId, "a.txt", null, "a".getBytes(StandardCharsets.UTF_8), "working");

        Answer first =
                given.officer().get("/cases/" + caseId + "/records?limit=1").hasStatus(200);
        Answer rest = given.officer()
                .get("/cases/" + caseId + "/records?cursor=" + first.text("/next"))
                .hasStatus(200);

        assertThat(first.json().at("/items/0/files")).hasSize(1);
        assertThat(rest.json().at("/items")).isNotEmpty();
        for (JsonNode each : rest.json().at("/items")) {
            assertThat(each.path("recordNo").asInt())
                    .isLessThan(first.json().at("/items/0/recordNo").asInt());
        }
    }

    private String content(Answer record) {
        return "/cases/" + caseId + "/records/" + record.id() + "/files/" + record.text("/files/0/id") + "/content";
    }

    private List<String> activities() {
        return given.officer()
                .get("/cases/" + caseId + "/events?limit=100")
                .json()
                .findValuesAsText("activity");
    }
}
