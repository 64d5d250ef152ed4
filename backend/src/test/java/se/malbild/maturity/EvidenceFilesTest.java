// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.ClamdStandIn;
import se.malbild.testing.Given;
import se.malbild.testing.GivenUpload;

/** Files of evidence: sent in by whoever submits it, scanned, and read by whoever reads the assessment. */
class EvidenceFilesTest {
    private final GivenSurvey given = new GivenSurvey();
    private final Answer assessment = given.planned(GivenSurvey.GROUPS);

    @Test
    void areReadByWhoeverReadsTheAssessment() {
        Answer submitted = submitted(
                GivenUpload.of(given.developer.api(), "rutin.txt", "Begär in allt på en gång."),
                GivenUpload.of(given.developer.api(), "stickprov.txt", "38 av 40."));
        assertThat(submitted.json().at("/files").findValuesAsText("fileName"))
                .containsExactly("rutin.txt", "stickprov.txt");
        Answer scanned = scanned(submitted);

        assertThat(content(given.executive.api(), scanned, 0).hasStatus(200).text())
                .isEqualTo("Begär in allt på en gång.");
        JsonNode listed = given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/criteria/AP4/evidence")
                .hasStatus(200)
                .json();
        assertThat(listed.at("/items/0/files/1/fileName").asText()).isEqualTo("stickprov.txt");
        assertThat(listed.at("/items/0/files/1/downloadable").asBoolean()).isTrue();
    }

    @Test
    void areWithheldWhenTheyAreNotWhatTheySayOrInfected() {
        Answer scanned = scanned(submitted(
                GivenUpload.of(given.developer.api(), "plan.pdf", "<html><script>alert(1)</script></html>"),
                GivenUpload.of(given.developer.api(), "prov.txt", ClamdStandIn.EICAR)));

        assertThat(scanned.text("/files/0/quarantine")).isEqualTo("disguised");
        assertThat(scanned.text("/files/1/scanState")).isEqualTo("infected");
        assertThat(scanned.json().at("/files").findValuesAsText("downloadable")).containsOnly("false");
        content(given.executive.api(), scanned, 0).isProblem(409, "conflict");
        content(given.executive.api(), scanned, 1).isProblem(409, "conflict");
    }

    @Test
    void areTheSubmittersOwnUsedOnceAndFewAndOtherwiseNothingIsSubmitted() {
        String upload = GivenUpload.of(given.developer.api(), "rutin.txt", "Begär in allt på en gång.");
        submit(given.manager.api(), upload).isProblem(422, "rule-broken").pointsAt("/uploadIds/0");
        submitted(upload);
        submit(given.developer.api(), upload).isProblem(422, "rule-broken").pointsAt("/uploadIds/0");
        submit(
                        given.developer.api(),
                        IntStream.range(0, 6)
                                .mapToObj(i -> UUID.randomUUID().toString())
                                .toArray(String[]::new))
                .isProblem(400, "invalid-input");

        assertThat(given.manager
                        .api()
                        .get("/assessments/" + assessment.id() + "/criteria/AP4/evidence")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void areNotThereForStrangersAndNotTakenOutByConsultants() {
        Answer scanned =
                scanned(submitted(GivenUpload.of(given.developer.api(), "rutin.txt", "Begär in allt på en gång.")));
        content(new GivenSurvey().executive.api(), scanned, 0).isProblem(404, "not-found");
        Given.Person consultant = given.authority.person(Role.CONSULTANT, given.unit);
        content(consultant.api(), scanned, 0).isProblem(403, "not-permitted");
        given.executive
                .api()
                .get("/evidence/" + scanned.id() + "/files/" + UUID.randomUUID() + "/content")
                .isProblem(404, "not-found");
    }

    private Answer submitted(String... uploads) {
        return submit(given.developer.api(), uploads).hasStatus(201);
    }

    private Answer submit(Api as, String... uploads) {
        return as.post(
                "/assessments/" + assessment.id() + "/criteria/AP4/evidence",
                EvidenceTest.body(Map.of("uploadIds", List.of(uploads))));
    }

    private static Answer content(Api as, Answer evidence, int file) {
        return as.get("/evidence/" + evidence.id() + "/files/" + evidence.text("/files/" + file + "/id") + "/content");
    }

    private Answer scanned(Answer evidence) {
        return GivenUpload.scanned(given.developer.api(), "/evidence/" + evidence.id());
    }
}
