// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.improvement.GivenAssessments;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** A draft follows the figures; a signed report stays as it was read, whatever happens after. */
class ReportTest {
    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();
    private final Api executive = given.executive.api();

    @Test
    void theReportSaysWhereWeStandWhereToAndWhatFirstAndEveryFigureHasItsSource() {
        UUID id = loop();

        Answer report = begin(id);

        JsonNode content = report.json().at("/content");
        assertThat(criterion(content, "LS4").at("/level").asInt()).isEqualTo(1);
        assertThat(criterion(content, "LS4").at("/target").asInt()).isEqualTo(4);
        assertThat(criterion(content, "KU1").at("/levelState").asText()).isEqualTo("undecided");
        assertThat(content.at("/targets/0/criterion").asText()).isEqualTo("LS4");
        assertThat(content.at("/first")).isNotEmpty();
        assertThat(content.at("/first/0/successFactors")).isNotEmpty();
        assertThat(content.at("/roadmap")).hasSize(1);
        assertThat(content.at("/nyttogap/pairs/0/gap").asInt()).isEqualTo(3);
        content.at("/perspectives")
                .forEach(each -> assertThat(each.properties())
                        .extracting(Map.Entry::getKey)
                        .containsExactlyInAnyOrder("perspective", "name", "criteria"));
        Set<Integer> known = new HashSet<>();
        content.at("/sources").forEach(each -> known.add(each.path("id").asInt()));
        assertThat(sourcesNamedIn(content)).isNotEmpty().isSubsetOf(known);
        JsonNode decision =
                source(content, criterion(content, "LS4").at("/sourceIds/0").asInt());
        assertThat(decision.path("kind").asText()).isEqualTo("decision");
        assertThat(decision.at("/by/id").asText())
                .isEqualTo(given.executive.id().toString());
        assertThat(decision.path("note").asText()).isEqualTo("Underlaget pekar åt samma håll.");
    }

    @Test
    void aDraftFollowsTheFiguresAndASignedReportNeverChanges() {
        UUID id = loop();
        Answer draft = begin(id);
        String path = "/reports/" + draft.id();
        executive
                .post(
                        "/assessments/" + id + "/criteria/LS2/decisions",
                        Map.of("level", 3, "reason", "Underlaget pekar åt samma håll."))
                .hasStatus(201);
        Answer moved = executive.get(path).hasStatus(200);
        assertThat(criterion(moved.json().at("/content"), "LS2").at("/level").asInt())
                .isEqualTo(3);
        assertThat(moved.text("/contentHash")).isNotEqualTo(draft.text("/contentHash"));

        confirmed(executive);
        sign(executive, draft, draft.text("/contentHash")).isProblem(409, "conflict");
        Answer signed = sign(executive, moved, moved.text("/contentHash")).hasStatus(200);

        executive
                .post(
                        "/assessments/" + id + "/criteria/LS5/decisions",
                        Map.of("level", 3, "reason", "Underlaget pekar åt samma håll."))
                .hasStatus(201);
        developer
                .put("/assessments/" + id + "/target-picture", "\"0\"", Map.of("narrative", "Något helt annat."))
                .hasStatus(200);
        Answer after = given.authority.as(Role.OFFICER).get(path).hasStatus(200);
        assertThat(after.text("/state")).isEqualTo("signed");
        assertThat(after.text("/signedBy/id")).isEqualTo(given.executive.id().toString());
        assertThat(after.json().at("/content")).isEqualTo(moved.json().at("/content"));
        assertThat(after.text("/contentHash")).isEqualTo(moved.text("/contentHash"));
        developer.put(path, signed.etag(), Map.of("title", "En annan rubrik")).isProblem(409, "conflict");
        sign(executive, signed, signed.text("/contentHash")).isProblem(409, "conflict");
    }

    @Test
    void theTargetsAreThoseOfTheSignedTargetPictureWhereThereIsOne() {
        UUID id = loop();
        assertThat(begin(id).json().at("/content").has("targetPicture")).isFalse();
        Answer picture = developer
                .post("/target-picture-versions", Map.of("assessmentId", id))
                .hasStatus(201);
        confirmed(executive);
        executive
                .with("If-Match", picture.etag())
                .post(
                        "/target-picture-versions/" + picture.id() + "/signature",
                        Map.of("contentHash", picture.text("/contentHash")))
                .hasStatus(200);
        given.accepted(id, "AP1", 5, 3);

        JsonNode content = begin(id).json().at("/content");

        assertThat(content.at("/targets").findValuesAsText("criterion")).containsExactly("LS4", "LS1");
        assertThat(criterion(content, "AP1").has("target")).isFalse();
        assertThat(content.at("/targetPicture/number").asInt()).isEqualTo(1);
        assertThat(content.at("/targetPicture/signedBy/id").asText())
                .isEqualTo(given.executive.id().toString());
        JsonNode from = source(content, content.at("/targets/0/sourceIds/0").asInt());
        assertThat(from.path("kind").asText()).isEqualTo("target_picture");
        assertThat(from.path("reference").asText()).isEqualTo(picture.id());
        assertThat(content.at("/targets/0/sourceIds")).hasSize(2);
    }

    @Test
    void textsStandBesideTheFiguresOfEachSectionAndAreSignedWithThem() {
        Answer draft = begin(loop());
        String path = "/reports/" + draft.id();
        Map<String, Object> text = Map.of("section", "why", "text", "Väntan är störst på vattenenheten.");
        developer
                .put(
                        path,
                        draft.etag(),
                        Map.of("title", "Rapport hösten 2026", "sections", java.util.List.of(text, text)))
                .isProblem(422, "rule-broken")
                .pointsAt("/sections");

        Answer written = developer
                .put(path, draft.etag(), Map.of("title", "Rapport hösten 2026", "sections", java.util.List.of(text)))
                .hasStatus(200);

        assertThat(written.text("/sections/0/text")).isEqualTo("Väntan är störst på vattenenheten.");
        assertThat(written.text("/contentHash")).isNotEqualTo(draft.text("/contentHash"));
        confirmed(executive);
        Answer signed = sign(executive, written, written.text("/contentHash")).hasStatus(200);
        assertThat(signed.text("/sections/0/section")).isEqualTo("why");
    }

    @Test
    void signingAsksForThePasswordAgain() {
        Answer draft = begin(loop());
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "UPDATE sessions SET confirmed_at = ? WHERE user_id = ?",
                        Instant.now().minus(Duration.ofMinutes(6)),
                        given.executive.id()));
        TestService.bean(Sessions.class).forgetAll();

        sign(executive, draft, draft.text("/contentHash")).isProblem(403, "step-up-required");
        confirmed(executive);
        sign(executive, draft, "0".repeat(64)).isProblem(409, "conflict");

        assertThat(executive.get("/reports/" + draft.id()).text("/state")).isEqualTo("draft");
        sign(executive, draft, draft.text("/contentHash")).hasStatus(200);
    }

    @Test
    void theWriterWritesTheExecutiveSignsAndNeitherDoesTheOthers() {
        UUID id = loop();
        Answer draft = begin(id);

        executive
                .post("/reports", Map.of("assessmentId", id, "title", "Rapport hösten 2026"))
                .isProblem(403, "not-permitted");
        executive
                .put("/reports/" + draft.id(), draft.etag(), Map.of("title", "En annan rubrik"))
                .isProblem(403, "not-permitted");
        sign(developer, draft, draft.text("/contentHash")).isProblem(403, "not-permitted");
        Answer changed = developer
                .put(
                        "/reports/" + draft.id(),
                        draft.etag(),
                        Map.of("title", "Rapport för hösten", "summary", "Det viktigaste."))
                .hasStatus(200);

        assertThat(changed.text("/summary")).isEqualTo("Det viktigaste.");
        assertThat(changed.text("/contentHash")).isNotEqualTo(draft.text("/contentHash"));
        developer
                .put("/reports/" + draft.id(), draft.etag(), Map.of("title", "Rapport för våren"))
                .isProblem(412, "stale-version");
        assertThat(changed.json().at("/mayWrite").asBoolean()).isTrue();
        assertThat(executive.get("/reports/" + draft.id()).json().at("/maySign").asBoolean())
                .isTrue();
    }

    @Test
    void aDraftIsForThoseWhoWriteOrSignAndAReportOfAnotherAuthorityDoesNotExist() {
        Answer draft = begin(loop());
        Api officer = given.authority.as(Role.OFFICER);
        GivenAssessments other = new GivenAssessments();

        officer.get("/reports/" + draft.id()).isProblem(404, "not-found");
        assertThat(officer.get("/reports").hasStatus(200).json().at("/items")).isEmpty();
        other.developer.api().get("/reports/" + draft.id()).isProblem(404, "not-found");
        other.developer
                .api()
                .put("/reports/" + draft.id(), draft.etag(), Map.of("title", "En annan rubrik"))
                .isProblem(404, "not-found");
        sign(other.executive.api(), draft, draft.text("/contentHash")).isProblem(404, "not-found");
        other.developer
                .api()
                .post("/reports", Map.of("assessmentId", draft.text("/assessmentId"), "title", "Deras rapport"))
                .isProblem(422, "rule-broken")
                .pointsAt("/assessmentId");
        confirmed(executive);
        sign(executive, draft, draft.text("/contentHash")).hasStatus(200);

        assertThat(officer.get("/reports").json().at("/items/0/id").asText()).isEqualTo(draft.id());
        assertThat(other.executive.api().get("/reports").json().at("/items")).isEmpty();
    }

    @Test
    void aReportIsTakenOutAsItIsReadByThoseWhoMayReadIt() {
        Answer draft = begin(loop());
        String file = "/reports/" + draft.id() + "/file";

        assertThat(new String(developer.download(file), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(new String(executive.download(file + "?format=xlsx&language=en"), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        developer.get(file + "?format=docx").hasStatus(400);
        given.authority.as(Role.OFFICER).get(file).isProblem(404, "not-found");
        new GivenAssessments().developer.api().get(file).isProblem(404, "not-found");
    }

    @Test
    void reportsAreReadNewestFirstPageByPage() {
        UUID id = given.decided(Map.of("AP4", 2));
        for (int n = 1; n <= 3; n++) {
            developer
                    .post("/reports", Map.of("assessmentId", id, "title", "Rapport " + n))
                    .hasStatus(201);
        }

        Answer first = developer.get("/reports?limit=2&assessment=" + id).hasStatus(200);
        Answer second =
                developer.get("/reports?limit=2&cursor=" + first.text("/next")).hasStatus(200);

        assertThat(first.text("/items/0/title")).isEqualTo("Rapport 3");
        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.text("/items/0/title")).isEqualTo("Rapport 1");
        assertThat(second.json().has("next")).isFalse();
    }

    /** An assessment with levels, targets and something on the roadmap. */
    private UUID loop() {
        UUID id = given.decided(Map.of("LS1", 1, "LS3", 1, "LS4", 1, "AP1", 4));
        given.accepted(id, "LS1", 3, 2);
        given.accepted(id, "LS4", 4, 3);
        developer.post("/roadmap-items", given.item(id, "R02")).hasStatus(201);
        return id;
    }

    private Answer begin(UUID assessment) {
        return developer
                .post("/reports", Map.of("assessmentId", assessment, "title", "Rapport hösten 2026"))
                .hasStatus(201);
    }

    private static void confirmed(Api api) {
        api.post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
    }

    private static Answer sign(Api api, Answer report, String hash) {
        return api.with("If-Match", report.etag())
                .post("/reports/" + report.id() + "/signature", Map.of("contentHash", hash));
    }

    private static JsonNode criterion(JsonNode content, String code) {
        for (JsonNode perspective : content.at("/perspectives")) {
            for (JsonNode criterion : perspective.path("criteria")) {
                if (criterion.path("criterion").asText().equals(code)) {
                    return criterion;
                }
            }
        }
        throw new AssertionError(code + " is not in the report");
    }

    private static JsonNode source(JsonNode content, int id) {
        for (JsonNode source : content.at("/sources")) {
            if (source.path("id").asInt() == id) {
                return source;
            }
        }
        throw new AssertionError("no source " + id);
    }

    private static Set<Integer> sourcesNamedIn(JsonNode content) {
        Set<Integer> named = new HashSet<>();
        content.findValues("sourceIds").forEach(list -> list.forEach(id -> named.add(id.asInt())));
        return named;
    }
}
