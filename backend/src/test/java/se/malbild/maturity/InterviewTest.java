// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.platform.events.Actor;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** Interviews from plan to what everybody sees of them, over HTTP. */
class InterviewTest {
    private static final String TODAY = LocalDate.now(Units.STOCKHOLM).toString();
    private static final String NOTE = "Kartan saknas i varannan anmälan, säger Kim på tvåan.";
    private static final String QUOTE = "Kartan saknas i varannan anmälan.";

    private final GivenSurvey given = new GivenSurvey();
    private final Api developer = given.developer.api();
    private final Api manager = given.manager.api();
    private final String assessment = given.planned(GivenSurvey.GROUPS).id();

    @Test
    void isPlannedWithTheModelsPromptsAndCodedInTheEnd() {
        Answer planned = plan(Map.of("criteria", List.of("AP4", "LS1"), "frictions", true));
        assertThat(planned.json().path("questions").findValuesAsText("key"))
                .as("in the model's order, two prompts of LS1; no log, no friction")
                .containsExactly("LS1-1", "LS1-2", "AP4-1");
        assertThat(planned.text("/state")).isEqualTo("planned");
        String id = planned.id();
        act(developer, id, "holding", Map.of("heldOn", TODAY)).isProblem(409, "conflict");
        note(developer, id, "AP4-1", 0, NOTE).isProblem(409, "conflict");

        consent(id, true, false);
        note(developer, id, "AP4-1", 0, NOTE).hasStatus(200);
        act(
                        developer,
                        id,
                        "holding",
                        Map.of(
                                "heldOn",
                                LocalDate.now(Units.STOCKHOLM).plusDays(1).toString()))
                .isProblem(422, "rule-broken")
                .pointsAt("/heldOn");
        act(developer, id, "holding", Map.of("heldOn", TODAY)).hasStatus(200);
        String quote = quote(id, QUOTE);
        assertThat(act(developer, id, "completion", null)
                        .isProblem(409, "conflict")
                        .text("/detail"))
                .isEqualTo("1 citat är inte kodade.");
        code(developer, quote, "AP4", 2).hasStatus(200);
        Answer done = act(developer, id, "completion", null).hasStatus(200);

        assertThat(done.text("/state")).isEqualTo("coded");
        assertThat(done.json().path("acts")).hasSize(1);
        assertThat(developer.get("/interviews/" + id + "/notes").json().path("items"))
                .as("erased, since archiving was not agreed to")
                .isEmpty();
        assertThat(WholeDatabase.tablesHolding(given.authority.authorityId(), "Kim på tvåan"))
                .isEmpty();
        note(developer, id, "AP4-1", 1, "mer").isProblem(409, "conflict");
        assertThat(developer
                        .get("/assessments/" + assessment + "/interviews")
                        .json()
                        .at("/items/0/quoteCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsTheNotesOfAnInterviewThatMayBeArchived() {
        String id = held(Map.of());
        consent(id, true, true);
        note(developer, id, "AP4-1", 0, NOTE).hasStatus(200);

        act(developer, id, "completion", null).hasStatus(200);

        assertThat(developer.get("/interviews/" + id + "/notes").text("/items/0/text"))
                .isEqualTo(NOTE);
    }

    @Test
    void twoDevicesDoNotOverwriteEachOther() {
        String id = held(Map.of());
        assertThat(note(developer, id, "AP4-1", 0, "från datorn").hasStatus(200).etag())
                .isEqualTo("\"1\"");

        Answer late = note(developer, id, "AP4-1", 0, "från surfplattan").isProblem(412, "stale-version");
        assertThat(late.json().at("/current/version").asInt()).isEqualTo(1);
        assertThat(note(developer, id, "AP4-1", 0, "från datorn").hasStatus(200).etag())
                .as("a repeat after a lost answer")
                .isEqualTo("\"1\"");
        note(developer, id, "AP4-1", 1, "från båda").hasStatus(200);
        note(developer, id, "XX9-1", 0, "finns inte").isProblem(404, "not-found");

        assertThat(developer.get("/interviews/" + id + "/notes").json().path("items"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.path("text").asText()).isEqualTo("från båda");
                    assertThat(note.path("version").asInt()).isEqualTo(2);
                });
    }

    @Test
    void notesAreReadByTheInterviewerAlone() {
        String id = held(Map.of());
        note(developer, id, "AP4-1", 0, NOTE).hasStatus(200);

        manager.get("/interviews/" + id + "/notes").isProblem(403, "not-permitted");
        note(manager, id, "AP4-1", 1, "skrivet av en annan").isProblem(403, "not-permitted");
        manager.post("/interviews/" + id + "/quotes", Map.of("text", QUOTE)).isProblem(403, "not-permitted");
        assertThat(manager.get("/interviews/" + id).hasStatus(200).text()).doesNotContain("tvåan");
        given.executive.api().get("/interviews/" + id).isProblem(403, "not-permitted");
        Api stranger = new GivenSurvey().developer.api();
        stranger.get("/interviews/" + id).isProblem(404, "not-found");
        stranger.get("/assessments/" + assessment + "/interviews").isProblem(404, "not-found");
        Api elsewhere = given.authority
                .person(Role.UNIT_MANAGER, given.authority.unit("SKO"))
                .api();
        elsewhere.get("/interviews/" + id).isProblem(404, "not-found");
    }

    @Test
    void aColleagueTakesItOverWhileNothingIsNoted() {
        String id = plan(Map.of()).id();

        assertThat(act(manager, id, "taking-over", null)
                        .hasStatus(200)
                        .json()
                        .path("mine")
                        .asBoolean())
                .isTrue();
        assertThat(developer.get("/interviews/" + id).json().path("mine").asBoolean())
                .isFalse();
        act(manager, id, "consent", Map.of("quotes", true, "archiving", false, "givenOn", TODAY))
                .hasStatus(200);
        note(manager, id, "AP4-1", 0, NOTE).hasStatus(200);
        act(developer, id, "taking-over", null).isProblem(409, "conflict");
    }

    @Test
    void theGuideStaysOnceSomethingIsNoted() {
        String id = held(Map.of(), false);
        note(developer, id, "AP4-1", 0, NOTE).hasStatus(200);
        Map<String, Object> body = wanted(Map.of("plannedOn", "2026-12-24"));
        assertThat(change(id, body).hasStatus(200).text("/plannedOn")).isEqualTo("2026-12-24");

        body.put("criteria", List.of("LS1"));
        change(id, body).isProblem(409, "conflict");
    }

    @Test
    void isPlannedForAGroupAndUnitOfTheAssessment() {
        developer
                .post(
                        "/assessments/" + assessment + "/interviews",
                        wanted(Map.of("unitId", given.unit, "criteria", List.of("AP4", "XX1", "AP4"))))
                .isProblem(422, "rule-broken")
                .pointsAt("/peopleInRole")
                .pointsAt("/criteria/1")
                .pointsAt("/criteria/2");
        developer
                .post(
                        "/assessments/" + assessment + "/interviews",
                        wanted(Map.of("unitId", given.authority.unit("SKO"), "peopleInRole", 9)))
                .isProblem(422, "rule-broken")
                .pointsAt("/unitId");
        String other = given.planned(Map.of("ledning", 9)).id();
        developer
                .post("/assessments/" + other + "/interviews", wanted(Map.of()))
                .isProblem(422, "rule-broken")
                .pointsAt("/group");
        developer
                .post("/assessments/" + assessment + "/interviews", wanted(Map.of("name", "Kim Exempel")))
                .isProblem(400, "invalid-input");
    }

    @Test
    void aQuoteIsShownWhenSomebodyHasScreenedItAndNeverSooner() {
        String id = held(Map.of());
        String quote = quote(id, QUOTE);
        code(developer, quote, "AP4", 2).hasStatus(200);
        Api officer = given.authority.person(Role.OFFICER, given.unit).api();

        Answer before = officer.get("/assessments/" + assessment + "/criteria/AP4/quotes")
                .hasStatus(200);
        assertThat(before.json().path("items")).isEmpty();
        assertThat(before.json().has("waiting")).as("for those who lead it").isFalse();
        assertThat(manager.get("/assessments/" + assessment + "/criteria/AP4/quotes")
                        .json()
                        .path("waiting")
                        .asInt())
                .isEqualTo(1);

        screen(quote);
        JsonNode shown = officer.get("/assessments/" + assessment + "/criteria/AP4/quotes")
                .hasStatus(200)
                .json()
                .at("/items/0");
        assertThat(shown.path("text").asText()).isEqualTo(QUOTE);
        assertThat(shown.path("group").asText()).isEqualTo("handlaggare");
        assertThat(shown.has("unitName")).isFalse();
        assertThat(shown.path("level").asInt()).isEqualTo(2);
        assertThat(UUID.fromString(shown.path("id").asText()).version())
                .as("tells nothing of when")
                .isEqualTo(4);

        Answer masked = developer
                .put("/quotes/" + quote, "\"2\"", Map.of("text", "Den saknas i varannan anmälan."))
                .hasStatus(200);
        assertThat(masked.json().path("screened").asBoolean()).isFalse();
        assertThat(officer.get("/assessments/" + assessment + "/criteria/AP4/quotes")
                        .json()
                        .path("items"))
                .isEmpty();
        officer.get("/assessments/" + assessment + "/criteria/XX1/quotes").isProblem(404, "not-found");
        officer.get("/assessments/" + assessment + "/quotes").isProblem(403, "not-permitted");
    }

    @Test
    void aUnitStandsAtAQuoteOnlyWhereItTellsNobody() {
        UUID north = below("NORR");
        UUID south = below("SYD");
        UUID east = below("OST");
        Map.of(north, 12, south, 8, east, 3)
                .forEach((unit, people) -> shown(Map.of("unitId", unit, "peopleInRole", people), "från " + unit));

        Map<String, Boolean> told = new HashMap<>();
        manager.get("/assessments/" + assessment + "/criteria/AP4/quotes")
                .json()
                .path("items")
                .forEach(each -> told.put(each.path("text").asText(), each.has("unitName")));

        assertThat(told.get("från " + north)).isTrue();
        assertThat(told.get("från " + east)).as("three people").isFalse();
        assertThat(told.get("från " + south))
                .as("else what has no unit is from the three")
                .isFalse();
    }

    @Test
    void theSecondCoderDoesNotSeeTheFirst() {
        String id = held(Map.of());
        String quote = quote(id, QUOTE);
        code(developer, quote, "AP4", 2).hasStatus(200);

        JsonNode blind =
                manager.get("/assessments/" + assessment + "/quotes").json().at("/items/0");
        assertThat(blind.path("codedByOthers").asInt()).isEqualTo(1);
        assertThat(blind.path("others")).isEmpty();
        assertThat(blind.has("own")).isFalse();

        Answer second = code(manager, quote, "AP5", 3).hasStatus(200);
        assertThat(second.text("/others/0/criterion")).isEqualTo("AP4");
        assertThat(second.text("/own/criterion")).isEqualTo("AP5");
        screen(quote);
        assertThat(manager.get("/assessments/" + assessment + "/criteria/AP4/quotes")
                        .json()
                        .path("items"))
                .as("the first coding is shown")
                .hasSize(1);
        JsonNode pair = findings().at("/coders/0");
        assertThat(pair.path("both").asInt()).isEqualTo(1);
        assertThat(pair.path("sameCriterion").asInt()).isZero();
        assertThat(pair.has("alpha")).isFalse();
        code(manager, quote, "AP4", 0).isProblem(422, "rule-broken").pointsAt("/level");
        code(manager, quote, "XX1", null).isProblem(422, "rule-broken").pointsAt("/criterion");
    }

    @Test
    void nothingIsLeftOfAWithdrawnInterview() {
        String id = held(Map.of());
        note(developer, id, "AP4-1", 0, NOTE).hasStatus(200);
        String quote = quote(id, QUOTE);
        code(developer, quote, "AP4", 2).hasStatus(200);
        screen(quote);

        Answer withdrawn = act(manager, id, "withdrawal", null).hasStatus(200);

        assertThat(withdrawn.text("/state")).isEqualTo("withdrawn");
        assertThat(withdrawn.text("/consent/withdrawnOn")).isEqualTo(TODAY);
        assertThat(manager.get("/assessments/" + assessment + "/criteria/AP4/quotes")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(findings().path("steps")).isEmpty();
        for (String words : List.of(QUOTE, "Kim på tvåan")) {
            assertThat(WholeDatabase.tablesHolding(given.authority.authorityId(), words))
                    .as("in no table, events and kept answers neither: " + words)
                    .isEmpty();
        }
    }

    @Test
    void quotesThatAreNoLongerAgreedToAreErased() {
        String id = held(Map.of());
        quote(id, QUOTE);

        consent(id, false, false);

        assertThat(WholeDatabase.tablesHolding(given.authority.authorityId(), QUOTE))
                .isEmpty();
        developer.post("/interviews/" + id + "/quotes", Map.of("text", QUOTE)).isProblem(409, "conflict");
    }

    @Test
    void eventsKnowTheInterviewAndNeverTheQuoteNorTheRole() {
        String id = held(Map.of("role", "Handläggare jakt"));
        String quote = quote(id, QUOTE);
        code(developer, quote, "AP4", 2).hasStatus(200);
        screen(quote);

        assertThat(WholeDatabase.tablesHolding(given.authority.authorityId(), quote))
                .allMatch(table -> List.of("interview_quotes", "quote_codings").contains(table)
                        || table.startsWith("idempotency"));
        assertThat(WholeDatabase.tablesHolding(given.authority.authorityId(), "Handläggare jakt"))
                .noneMatch(table -> table.contains("event"));
    }

    @Test
    void saysWhenInterviewsGiveNothingNew() {
        for (String criterion : List.of("AP4", "AP5", "AP4", "AP4", "AP5")) {
            String id = held(Map.of());
            code(developer, quote(id, "Ett citat om " + criterion), criterion, null)
                    .hasStatus(200);
        }

        JsonNode found = findings();

        List<Integer> themes = new ArrayList<>();
        found.path("steps").forEach(step -> themes.add(step.path("themes").asInt()));
        assertThat(themes).containsExactly(1, 2, 2, 2, 2);
        assertThat(found.at("/steps/1/newCriteria/0").asText()).isEqualTo("AP5");
        assertThat(found.at("/reading/sv").asText())
                .isEqualTo("De tre senaste intervjuerna gav inget nytt. Det talar för att det räcker.");
    }

    private Map<String, Object> wanted(Map<String, Object> different) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "group",
                "handlaggare",
                "role",
                "Handläggare vattenverksamhet",
                "plannedOn",
                TODAY,
                "criteria",
                List.of("AP4"),
                "frictions",
                false));
        body.putAll(different);
        return body;
    }

    private Answer plan(Map<String, Object> different) {
        return developer
                .post("/assessments/" + assessment + "/interviews", wanted(different))
                .hasStatus(201);
    }

    private String held(Map<String, Object> different) {
        return held(different, true);
    }

    private String held(Map<String, Object> different, boolean held) {
        String id = plan(different).id();
        consent(id, true, false);
        if (held) {
            act(developer, id, "holding", Map.of("heldOn", TODAY)).hasStatus(200);
        }
        return id;
    }

    private void shown(Map<String, Object> different, String text) {
        String quote = quote(held(different), text);
        code(developer, quote, "AP4", null).hasStatus(200);
        screen(quote);
    }

    private void consent(String id, boolean quotes, boolean archiving) {
        act(developer, id, "consent", Map.of("quotes", quotes, "archiving", archiving, "givenOn", TODAY))
                .hasStatus(200);
    }

    private Answer act(Api as, String id, String act, @Nullable Object body) {
        String etag =
                "\"" + manager.get("/interviews/" + id).json().path("version").asLong() + "\"";
        return as.with("If-Match", etag).post("/interviews/" + id + "/" + act, body);
    }

    private Answer change(String id, Object body) {
        return developer.put(
                "/interviews/" + id, developer.get("/interviews/" + id).etag(), body);
    }

    private static Answer note(Api as, String id, String question, long version, String text) {
        return as.put("/interviews/" + id + "/notes/" + question, "\"" + version + "\"", Map.of("text", text));
    }

    private String quote(String id, String text) {
        return developer
                .post("/interviews/" + id + "/quotes", Map.of("text", text, "question", "AP4-1"))
                .hasStatus(201)
                .id();
    }

    private static Answer code(Api as, String quote, String criterion, @Nullable Integer level) {
        Map<String, Object> body =
                new HashMap<>(Map.of("criterion", criterion, "tone", "hinder", "aspect", "structure"));
        if (level != null) {
            body.put("level", level);
        }
        return as.send("PUT", "/quotes/" + quote + "/coding", body);
    }

    private void screen(String quote) {
        manager.with("If-Match", "\"1\"")
                .post("/quotes/" + quote + "/screening", null)
                .hasStatus(200);
    }

    private JsonNode findings() {
        return manager.get("/assessments/" + assessment + "/interview-findings")
                .hasStatus(200)
                .json();
    }

    private UUID below(String code) {
        Unit unit = new Unit(
                UUID.randomUUID(),
                given.authority.authorityId(),
                given.unit,
                code,
                "Enhet " + code,
                null,
                LocalDate.of(2015, 1, 1),
                null,
                List.of(),
                1);
        TestService.bean(Units.class).add(unit, Actor.system());
        return unit.id();
    }
}
