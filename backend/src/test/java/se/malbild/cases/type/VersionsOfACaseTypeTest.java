// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.EventRepository;
import se.malbild.platform.events.EventRow;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** A type that is in force, and what is done with its next version. */
class VersionsOfACaseTypeTest {
    private final Given given = Given.anAuthority();
    private final Api developer = given.as(Role.BUSINESS_DEVELOPER);
    private final Api executive = given.as(Role.EXECUTIVE);
    private final LocalDate today = LocalDate.now(Units.STOCKHOLM);
    private final String type;

    private final UUID water = given.unit("VAT");

    VersionsOfACaseTypeTest() {
        GivenCompetences.of(given, "vattenverksamhet-anmalan");
        type = TestService.bean(CaseTypes.class)
                .importPublished(given.authorityId(), CaseTypeFiles.json("vattenverksamhet-anmalan"), Instant.now())
                .id()
                .toString();
    }

    private String version(int version) {
        return "/case-types/" + type + "/versions/" + version;
    }

    private Answer draft() {
        return developer
                .post("/case-types/" + type + "/versions", Map.of("fromVersion", 2))
                .hasStatus(201);
    }

    private Answer change(Answer read, ObjectNode definition) {
        return developer.put(version(3), read.etag(), Map.of("definition", definition));
    }

    private static ObjectNode definition(Answer read) {
        return (ObjectNode) read.json().path("definition").deepCopy();
    }

    /** The next version as it would be published, holding from today. */
    private Answer readyDraft() {
        Answer read = draft();
        ObjectNode definition = definition(read);
        definition.put("validFrom", today.toString());
        ((ObjectNode) definition.at("/name")).put("sv", "Anmälan om vattenverksamhet (ny)");
        return change(read, definition).hasStatus(200);
    }

    @Test
    void aConsultantDraftsByGrantForTheUnitsOfTheGrantAndNeverPublishes() {
        Api stranger = given.another(Role.CONSULTANT, given.unit("DJU")).api();
        Api consultant = given.another(Role.CONSULTANT, water).api();
        String versions = "/case-types/" + type + "/versions";
        stranger.post(versions, Map.of("fromVersion", 2)).isProblem(403, "not-permitted");
        assertThat(stranger.get(version(2)).json().at("/acts")).isEmpty();

        Answer read = consultant.post(versions, Map.of("fromVersion", 2)).hasStatus(201);

        assertThat(read.json().at("/acts").findValuesAsText("act")).containsExactly("change", "discard");
        ObjectNode definition = definition(read);
        definition.put("validFrom", today.toString());
        definition.put("defaultUnit", "DJU");
        consultant
                .put(version(3), read.etag(), Map.of("definition", definition))
                .isProblem(422, "rule-broken")
                .pointsAt("/definition/defaultUnit");
        definition.put("defaultUnit", "VAT");
        Answer changed = consultant
                .put(version(3), read.etag(), Map.of("definition", definition))
                .hasStatus(200);
        stranger.put(version(3), changed.etag(), Map.of("definition", definition))
                .isProblem(403, "not-permitted");
        consultant.post(version(3) + "/publication", null).isProblem(403, "not-permitted");
        consultant.post("/case-types", Map.of("definition", definition)).isProblem(403, "not-permitted");
        executive.post(version(3) + "/publication", null).hasStatus(200);
    }

    @Test
    void aConsultantThrowsAwayOnlyWhatTheConsultantBegan() {
        Api consultant = given.another(Role.CONSULTANT, water).api();
        Answer others = draft();
        assertThat(consultant.get(version(3)).json().at("/acts").findValuesAsText("act"))
                .containsExactly("change");
        consultant
                .with("If-Match", others.etag())
                .send("DELETE", version(3), null)
                .isProblem(403, "not-permitted");
        developer
                .with("If-Match", others.etag())
                .send("DELETE", version(3), null)
                .hasStatus(204);

        Answer own = consultant
                .post("/case-types/" + type + "/versions", Map.of("fromVersion", 2))
                .hasStatus(201);
        consultant.with("If-Match", own.etag()).send("DELETE", version(3), null).hasStatus(204);
    }

    @Test
    void aDraftIsTheNextVersionAndBeginsAsACopy() {
        Answer read = draft();

        assertThat(read.text("/version/version")).isEqualTo("3");
        assertThat(read.text("/version/status")).isEqualTo("draft");
        assertThat(read.text("/version/basedOn/version")).isEqualTo("2");
        assertThat(read.text("/definition/formSchema/$id")).endsWith(":3:form");
        assertThat(LocalDate.parse(read.text("/version/validFrom"))).isAfter(today);
        assertThat(read.json().at("/faults")).isEmpty();
        developer
                .post("/case-types/" + type + "/versions", Map.of("fromVersion", 2))
                .isProblem(409, "conflict");
    }

    @Test
    void aNewTypeBeginsFromAnotherUnderItsOwnName() {
        Map<String, Object> wanted =
                Map.of("fromVersion", 2, "newKey", "dammbygge", "nameSv", "Dammbygge", "nameEn", "Building a dam");
        Answer made =
                developer.post("/case-types/" + type + "/versions", wanted).hasStatus(201);

        assertThat(made.text("/key")).isEqualTo("dammbygge");
        assertThat(made.text("/version/version")).isEqualTo("1");
        assertThat(made.id()).isNotEqualTo(type);
        developer
                .post("/case-types/" + type + "/versions", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/newKey");
        developer
                .post("/case-types/" + type + "/versions", Map.of("fromVersion", 2, "newKey", "annat"))
                .isProblem(422, "rule-broken")
                .pointsAt("/nameSv")
                .pointsAt("/nameEn");
    }

    @Test
    void whatIsNotShapedAsACaseTypeIsRefusedWithEveryFaultAndNothingIsSaved() {
        Answer read = draft();
        ObjectNode definition = definition(read);
        definition.put("initiative", "somebody");
        ((ObjectNode) definition.at("/deadlines/0")).put("length", -1);
        definition.put("key", "another");

        change(read, definition)
                .isProblem(422, "rule-broken")
                .pointsAt("/definition/initiative")
                .pointsAt("/definition/deadlines/0/length");

        assertThat(developer.get(version(3)).text("/revision")).isEqualTo("1");
        ObjectNode other = definition(read);
        other.put("key", "another").put("version", 7);
        change(read, other)
                .isProblem(422, "rule-broken")
                .pointsAt("/definition/key")
                .pointsAt("/definition/version");
    }

    @Test
    void aDraftTellsAllThatStandsInTheWayOfItsPublication() {
        Answer read = draft();
        ObjectNode definition = definition(read);
        ((ArrayNode) definition.at("/legalBasis")).removeAll();
        definition.put("defaultUnit", "MARS");
        ((ObjectNode) definition.at("/decisionTypes/1")).put("template", "poem");

        Answer saved = change(read, definition).hasStatus(200);

        assertThat(saved.json().at("/faults").findValuesAsText("pointer"))
                .contains("/legalBasis", "/defaultUnit", "/decisionTypes/1/template");
        executive
                .post(version(3) + "/publication", null)
                .isProblem(422, "rule-broken")
                .pointsAt("/legalBasis")
                .pointsAt("/defaultUnit");
    }

    @Test
    void whoWasFirstWins() {
        Answer read = draft();
        change(read, definition(read)).hasStatus(200);

        change(read, definition(read)).isProblem(412, "stale-version");
        developer
                .send("PUT", version(3), Map.of("definition", definition(read)))
                .isProblem(428, "version-required");
    }

    @Test
    void publishingNeedsSomebodyWhoHasNotWrittenInTheDraft() {
        Given.Person author = given.person(Role.ADMINISTRATOR);
        Answer read = readyDraft();
        author.api()
                .put(version(3), read.etag(), Map.of("definition", definition(read)))
                .hasStatus(200);

        author.api().post(version(3) + "/publication", null).isProblem(403, "not-permitted");
        given.another(Role.ADMINISTRATOR, given.rootUnit())
                .api()
                .post(version(3) + "/publication", null)
                .hasStatus(200);
    }

    @Test
    void thePublishedVersionTakesOverAtItsFirstDayAndNeverChanges() {
        readyDraft();
        executive.post(version(3) + "/publication", null).hasStatus(200);

        Answer versions = developer.get("/case-types/" + type + "/versions").hasStatus(200);
        assertThat(versions.text("/items/0/inForce")).isEqualTo("true");
        assertThat(versions.text("/items/1/inForceTo"))
                .isEqualTo(today.minusDays(1).toString());
        Answer published = developer.get(version(3));
        assertThat(published.text("/definition/status")).isEqualTo("published");
        change(published, definition(published)).isProblem(409, "conflict");
        developer
                .with("If-Match", published.etag())
                .send("DELETE", version(3), null)
                .isProblem(409, "conflict");
        assertThat(events()).contains("ConfigDrafted", "ConfigChanged", "ConfigPublished");
    }

    @Test
    void aVersionThatHasBegunBeforeItIsPublishedCannotTakeOver() {
        Answer read = draft();
        ObjectNode definition = definition(read);
        definition.put("validFrom", today.minusDays(1).toString());
        change(read, definition).hasStatus(200);

        executive
                .post(version(3) + "/publication", null)
                .isProblem(422, "rule-broken")
                .pointsAt("/validFrom");
    }

    @Test
    void aVersionForLaterLeavesTheOneInForceUntilThen() {
        draft();
        executive.post(version(3) + "/publication", null).hasStatus(200);

        assertThat(developer.get("/case-types/" + type).text("/version")).isEqualTo("2");
        assertThat(developer.get("/case-types/" + type + "/versions").text("/items/1/inForce"))
                .isEqualTo("true");
    }

    @Test
    void whatIsRetiredIsNotFollowedAnyMoreAndNothingOlderTakesItsPlace() {
        readyDraft();
        executive.post(version(3) + "/publication", null).hasStatus(200);
        executive.post(version(3) + "/retirement", Map.of("reason", "kort")).isProblem(400, "invalid-input");

        Answer retired = executive
                .post(version(3) + "/retirement", Map.of("reason", "Föreskriften upphävdes vid årsskiftet."))
                .hasStatus(200);

        assertThat(retired.text("/version/status")).isEqualTo("retired");
        assertThat(retired.text("/version/retiredReason")).startsWith("Föreskriften");
        assertThat(developer
                        .get("/case-types/" + type + "/versions")
                        .json()
                        .at("/items")
                        .findValuesAsText("inForce"))
                .containsOnly("false");
        given.as(Role.REGISTRAR)
                .post(
                        "/cases",
                        Map.of(
                                "caseTypeKey",
                                "vattenverksamhet-anmalan",
                                "subject",
                                "Bro över ån",
                                "publicSubject",
                                "Bro",
                                "channel",
                                "email",
                                "receivedAt",
                                Instant.now().minusSeconds(60).toString(),
                                "recordTitle",
                                "Anmälan"))
                .isProblem(422, "rule-broken")
                .pointsAt("/caseTypeKey");
        executive
                .post(version(3) + "/retirement", Map.of("reason", "Föreskriften upphävdes vid årsskiftet."))
                .isProblem(409, "conflict");
    }

    @Test
    void theDifferencesAreShownBeforePublication() {
        Answer read = draft();
        ObjectNode definition = definition(read);
        ((ObjectNode) definition.at("/deadlines/4")).put("length", 8);
        change(read, definition).hasStatus(200);

        Answer changes = executive.get(version(3) + "/changes").hasStatus(200);

        assertThat(changes.text("/against/version")).isEqualTo("2");
        assertThat(changes.json().at("/items").findValuesAsText("pointer"))
                .contains("/deadlines/final_decision/length", "/validFrom");
        assertThat(executive.get(version(3) + "/changes?against=3").json().at("/items"))
                .isEmpty();
    }

    @Test
    void aDraftCanBeThrownAwayAndBegunAnew() {
        Answer read = draft();
        developer.with("If-Match", "\"9\"").send("DELETE", version(3), null).isProblem(412, "stale-version");

        developer.with("If-Match", read.etag()).send("DELETE", version(3), null).hasStatus(204);

        developer.get(version(3)).isProblem(404, "not-found");
        draft();
        assertThat(events()).contains("ConfigDiscarded");
    }

    @Test
    void ofAnotherAuthorityNothingIsKnown() {
        draft();
        Api elsewhere = Given.anAuthority().as(Role.ADMINISTRATOR);

        elsewhere.get("/case-types/" + type + "/versions").isProblem(404, "not-found");
        elsewhere.get(version(3)).isProblem(404, "not-found");
        elsewhere.get(version(3) + "/changes").isProblem(404, "not-found");
        elsewhere
                .post("/case-types/" + type + "/versions", Map.of("fromVersion", 2))
                .isProblem(404, "not-found");
        elsewhere
                .put(version(3), "\"1\"", Map.of("definition", definition(developer.get(version(3)))))
                .isProblem(404, "not-found");
        elsewhere.post(version(3) + "/publication", null).isProblem(404, "not-found");
        elsewhere
                .post(version(2) + "/retirement", Map.of("reason", "Föreskriften upphävdes vid årsskiftet."))
                .isProblem(404, "not-found");
    }

    @Test
    void theActsTellWhatTheReaderMayDo() {
        Answer read = draft();
        assertThat(acts(read.json())).containsExactly("change true", "discard true");
        readyAct(executive.get(version(3)));
        assertThat(acts(developer.get(version(2)).json())).containsExactly("draft false");
        assertThat(acts(given.as(Role.OFFICER).get(version(3)).json())).isEmpty();
    }

    private static void readyAct(Answer read) {
        assertThat(acts(read.json())).containsExactly("publish true");
    }

    private static List<String> acts(JsonNode detail) {
        List<String> acts = new java.util.ArrayList<>();
        detail.at("/acts")
                .forEach(act -> acts.add(
                        act.path("act").asText() + " " + act.path("possible").asText()));
        return acts;
    }

    @Test
    void aDueDateIsWorkedOutByTheServer() {
        Answer example = developer
                .get("/due-date-example?startDate=2026-05-29&length=3&unit=week&clock=statutory&kind=review_decision")
                .hasStatus(200);

        assertThat(example.text("/dueDate")).isEqualTo("2026-06-22");
        assertThat(example.text("/moved")).isEqualTo("true");
        developer
                .get("/due-date-example?startDate=9999-12-31")
                .isProblem(422, "rule-broken")
                .pointsAt("query/startDate");
    }

    private List<String> events() {
        return TestService.bean(EventRepository.class)
                .newestOf(Chain.AUTHORITY, given.authorityId(), given.authorityId(), Integer.MAX_VALUE, 50)
                .stream()
                .map(EventRow::activity)
                .toList();
    }
}
