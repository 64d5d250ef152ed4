// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.TestService;

class RecordUploadsTest {
    private final GivenRecords given = new GivenRecords();

    @Test
    void aFileComesInByPartsAndIsGoneOnWithWhereItWasCutOff() {
        byte[] bytes = new byte[3_000_000];
        new Random(4).nextBytes(bytes);
        System.arraycopy(GivenRecords.PNG, 0, bytes, 0, GivenRecords.PNG.length);
        String id = given.begin("bild.png", "image/png", bytes.length, null).id();

        Answer first =
                given.part(id, 0, Arrays.copyOfRange(bytes, 0, 1_000_000)).hasStatus(200);
        assertThat(first.text("/offset")).isEqualTo("1000000");
        given.part(id, 0, Arrays.copyOfRange(bytes, 0, 1_000_000)).isProblem(409, "conflict");
        given.part(id, 2_000_000, Arrays.copyOfRange(bytes, 2_000_000, 3_000_000))
                .isProblem(409, "conflict");
        Answer where = given.officer().get("/uploads/" + id).hasStatus(200);
        assertThat(where.text("/offset")).isEqualTo("1000000");
        assertThat(where.text("/state")).isEqualTo("receiving");
        Answer last = given.part(id, 1_000_000, Arrays.copyOfRange(bytes, 1_000_000, bytes.length))
                .hasStatus(200);

        assertThat(last.text("/state")).isEqualTo("complete");
        assertThat(last.text("/sha256")).isEqualTo(GivenRecords.sha256(bytes));
        assertThat(last.text("/mediaType")).isEqualTo("image/png");
    }

    @Test
    void aHashThatIsNotTheFilesBeginsAnew() {
        byte[] bytes = "Ett brev.".getBytes(StandardCharsets.UTF_8);
        String id = given.begin("brev.txt", "text/plain", bytes.length, "0".repeat(64))
                .id();

        given.part(id, 0, bytes).isProblem(422, "rule-broken").pointsAt("/sha256");

        assertThat(given.officer().get("/uploads/" + id).text("/offset")).isEqualTo("0");
    }

    @Test
    void moreThanTheLimitOrThanWasToldIsRefused() {
        Map<String, Object> large = Map.of("fileName", "stor.zip", "size", 101L << 20);
        given.officer().post("/uploads", large).isProblem(413, "too-large");
        String id = given.begin("kort.txt", "text/plain", 4, null).id();

        given.part(id, 0, "för långt".getBytes(StandardCharsets.UTF_8)).isProblem(413, "too-large");

        assertThat(given.officer().get("/uploads/" + id).text("/offset")).isEqualTo("0");
    }

    @Test
    void anUploadBelongsToWhoBeganIt() {
        String id = given.begin("brev.txt", "text/plain", 10, null).id();

        given.cases.manager().api().get("/uploads/" + id).isProblem(404, "not-found");
        new GivenRecords().officer().get("/uploads/" + id).isProblem(404, "not-found");
    }

    @Test
    void oneThatNobodyGoesOnWithIsForgottenAfterADay() {
        String id = given.begin("brev.txt", "text/plain", 10, null).id();
        given.part(id, 0, new byte[] {'a'}).hasStatus(200);
        String young = given.begin("ungt.txt", "text/plain", 10, null).id();
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE uploads SET touched_at = touched_at - INTERVAL 25 HOUR WHERE id = ?", id));

        TestService.bean(Uploads.class).forgetAbandoned();

        given.officer().get("/uploads/" + id).isProblem(404, "not-found");
        given.officer().get("/uploads/" + young).hasStatus(200);
        Integer left = TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM upload_parts WHERE upload_id = ?")
                        .bind(0, id)
                        .mapTo(Integer.class)
                        .one());
        assertThat(left).isZero();
    }

    @Test
    void anUploadBecomesOneRecordOnly() {
        String caseId = given.cases.underWayId();
        String upload = given.uploaded("brev.txt", "text/plain", "Ett brev.".getBytes(StandardCharsets.UTF_8));
        given.officer()
                .post("/cases/" + caseId + "/file-records", GivenRecords.record(upload))
                .hasStatus(201);

        given.officer()
                .post("/cases/" + caseId + "/file-records", GivenRecords.record(upload))
                .isProblem(422, "rule-broken")
                .pointsAt("/uploadId");
    }

    @Test
    void theSameKeyRegistersOneRecord() {
        String caseId = given.cases.underWayId();
        String upload = given.uploaded("brev.txt", "text/plain", "Ett brev.".getBytes(StandardCharsets.UTF_8));
        var keyed = given.officer().with("Idempotency-Key", "nyckel-" + UUID.randomUUID());

        Answer first = keyed.post("/cases/" + caseId + "/file-records", GivenRecords.record(upload))
                .hasStatus(201);
        Answer again = keyed.post("/cases/" + caseId + "/file-records", GivenRecords.record(upload))
                .hasStatus(201);

        assertThat(again.id()).isEqualTo(first.id());
        Map<String, Object> other = new HashMap<>(GivenRecords.record(upload));
        other.put("title", "Något annat");
        keyed.post("/cases/" + caseId + "/file-records", other).isProblem(422, "key-reused");
    }

    @Test
    void whoMayNotEditTheCaseMayNotAddToIt() {
        String caseId = given.cases.underWayId();
        String upload = given.uploaded("brev.txt", "text/plain", "Ett brev.".getBytes(StandardCharsets.UTF_8));

        given.cases
                .registrar()
                .api()
                .post("/cases/" + caseId + "/file-records", GivenRecords.record(upload))
                .isProblem(403, "not-permitted");
        new GivenRecords()
                .officer()
                .post("/cases/" + caseId + "/file-records", GivenRecords.record(upload))
                .isProblem(404, "not-found");
        given.cases
                .person(Role.ADMINISTRATOR)
                .api()
                .get("/cases/" + caseId + "/records")
                .isProblem(403, "not-permitted");
    }
}
