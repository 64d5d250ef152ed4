// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.ClamdStandIn;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

class FileReleaseTest {
    private static final byte[] PAGE = "<!DOCTYPE html><html><body>Hej</body></html>".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> REASON = Map.of("reason", "E-tjänstens kvitto, som vi själva gör.");

    private final GivenRecords given = new GivenRecords();
    private final String caseId = given.cases.underWayId();
    private final Api manager = given.cases.manager().api();

    @Test
    void aFileIsReleasedByTwoPersonsAndItsFlagAndTheReasonStayInSight() {
        Answer record = withheld();
        Answer proposed = given.officer().post(release(record), REASON).hasStatus(201);
        assertThat(proposed.text("/files/0/release/state")).isEqualTo("proposed");
        assertThat(proposed.json().at("/files/0/release/mayConfirm").asBoolean())
                .as("nobody is the second person of oneself")
                .isFalse();
        assertThat(proposed.etag()).isNotEqualTo(record.etag());
        given.officer().get(content(record)).isProblem(409, "conflict");
        given.officer().post(release(record), REASON).isProblem(409, "conflict");
        assertThat(manager.get("/cases/" + caseId + "/records")
                        .json()
                        .at("/items/0/files/0/release/mayConfirm")
                        .asBoolean())
                .isTrue();

        Answer released = manager.post(release(record) + "/confirmation", null).hasStatus(200);

        assertThat(released.text("/files/0/release/state")).isEqualTo("confirmed");
        assertThat(released.text("/files/0/release/reason")).isEqualTo(REASON.get("reason"));
        assertThat(released.text("/files/0/release/settledBy/id"))
                .isEqualTo(given.cases.manager().id().toString());
        assertThat(released.text("/files/0/quarantine")).isEqualTo("disguised");
        assertThat(released.json().at("/files/0/downloadable").asBoolean()).isTrue();
        assertThat(GivenRecords.download(given.cases.officer(), caseId, record.id(), record.text("/files/0/id"))
                        .body())
                .isEqualTo(PAGE);
        given.officer().post(release(record), REASON).isProblem(409, "conflict");
        assertThat(activities()).containsSubsequence("QuarantineReleaseProposed", "QuarantineReleased");
    }

    @Test
    void theProposerAndTheProposersSubstituteAreNotTheSecondPerson() {
        Given.Person executive = given.cases.person(Role.EXECUTIVE);
        Answer record = withheld();
        given.officer().post(release(record), REASON).hasStatus(201);
        given.officer().post(release(record) + "/confirmation", null).isProblem(403, "not-permitted");
        String today = LocalDate.now(ZoneId.of("Europe/Stockholm")).toString();
        executive
                .api()
                .post(
                        "/substitutions",
                        Map.of(
                                "principalId",
                                given.cases.officer().id(),
                                "substituteId",
                                given.cases.manager().id(),
                                "validFrom",
                                today,
                                "validTo",
                                today,
                                "forCases",
                                true,
                                "forDecisions",
                                false))
                .hasStatus(201);

        manager.post(release(record) + "/confirmation", null).isProblem(422, "rule-broken");

        given.officer().get(content(record)).isProblem(409, "conflict");
        executive.api().post(release(record) + "/confirmation", null).hasStatus(200);
    }

    @Test
    void whatIsRefusedOrWithdrawnStaysWithheldAndMayBeProposedAnew() {
        Answer record = withheld();
        manager.post(release(record) + "/refusal", REASON).isProblem(409, "conflict");
        given.officer().post(release(record), REASON).hasStatus(201);
        given.officer().post(release(record) + "/withdrawal", null).hasStatus(200);
        manager.post(release(record) + "/confirmation", null).isProblem(409, "conflict");
        given.officer().post(release(record), REASON).hasStatus(201);

        Answer refused = manager.post(release(record) + "/refusal", Map.of("reason", "Be om en PDF."))
                .hasStatus(200);

        assertThat(refused.text("/files/0/release/settledReason")).isEqualTo("Be om en PDF.");
        given.officer().get(content(record)).isProblem(409, "conflict");
        assertThat(given.officer()
                        .get("/cases/" + caseId + "/records/" + record.id())
                        .json()
                        .at("/files/0/releasable")
                        .asBoolean())
                .isTrue();
        assertThat(activities()).contains("QuarantineReleaseWithdrawn", "QuarantineReleaseRefused");
    }

    @Test
    void malwareWhatIsNotScannedAndWhatIsNotWithheldAreNeverReleased() {
        List.of(ClamdStandIn.EICAR, ClamdStandIn.UNSCANNABLE, "Hej").forEach(text -> {
            Answer record = given.registered(
                    caseId, "test.txt", "text/plain", text.getBytes(StandardCharsets.US_ASCII), "working");
            assertThat(given.scanned(caseId, record.id())
                            .json()
                            .at("/files/0/releasable")
                            .asBoolean())
                    .isFalse();
            given.officer().post(release(record), REASON).isProblem(409, "conflict");
        });
    }

    @Test
    void malwareFoundAfterTheProposalIsNotReleased() {
        Answer record = withheld();
        given.officer().post(release(record), REASON).hasStatus(201);
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE record_files SET scan_state = 'infected' WHERE id = ?", record.text("/files/0/id")));

        Answer refused = manager.post(release(record) + "/confirmation", null).isProblem(409, "conflict");

        assertThat(refused.text("/detail")).contains("skadlig kod");
    }

    @Test
    void aMarkedRecordIsReleasedOnlyByWhoMayReadItAndItsEventTellsNoReason() {
        Answer record = withheld();
        given.officer()
                .with("If-Match", given.officer().get("/cases/" + caseId).etag())
                .post(
                        "/cases/" + caseId + "/records/" + record.id() + "/secrecy-marking",
                        Map.of(
                                "provision",
                                "21 kap. 1 § offentlighets- och sekretesslagen",
                                "markedOn",
                                LocalDate.now(ZoneId.of("Europe/Stockholm")).toString(),
                                "hidesTitle",
                                true))
                .hasStatus(201);

        given.officer().post(release(record), REASON).hasStatus(201);

        manager.post(release(record) + "/confirmation", null).isProblem(404, "not-found");
        manager.post(release(record) + "/refusal", REASON).isProblem(404, "not-found");
        assertThat(manager.get("/cases/" + caseId + "/events?limit=200").text())
                .contains("QuarantineReleaseProposed")
                .doesNotContain(REASON.get("reason"));
        assertThat(manager.get("/cases/" + caseId + "/records").text()).doesNotContain(REASON.get("reason"));
    }

    @Test
    void whoMayNotReadTheCaseCannotReleaseItsFiles() {
        Answer record = withheld();
        given.officer().post(release(record), REASON).hasStatus(201);
        GivenRecords other = new GivenRecords();

        other.officer().post(release(record), REASON).isProblem(404, "not-found");
        other.cases
                .manager()
                .api()
                .post(release(record) + "/confirmation", null)
                .isProblem(404, "not-found");
        given.officer()
                .post(release(record).replace(record.text("/files/0/id"), record.id()), REASON)
                .isProblem(404, "not-found");
    }

    /** A record whose file is in quarantine and scanned clean. */
    private Answer withheld() {
        Answer record = given.registered(caseId, "kvitto.pdf", "application/pdf", PAGE, "working");
        Answer scanned = given.scanned(caseId, record.id());
        assertThat(scanned.text("/files/0/quarantine")).isEqualTo("disguised");
        assertThat(scanned.text("/files/0/scanState")).isEqualTo("clean");
        return scanned;
    }

    private String file(Answer record) {
        return "/cases/" + caseId + "/records/" + record.id() + "/files/" + record.text("/files/0/id");
    }

    private String release(Answer record) {
        return file(record) + "/release";
    }

    private String content(Answer record) {
        return file(record) + "/content";
    }

    /** Oldest first. */
    private List<String> activities() {
        return given.officer()
                .get("/cases/" + caseId + "/events?limit=200")
                .json()
                .at("/items")
                .findValuesAsText("activity")
                .reversed();
    }
}
