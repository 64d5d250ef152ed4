// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.GivenCase;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** A case as its readers see it (CASES §9). */
class ProjectionsTest {
    private final GivenCase given = new GivenCase();
    private final Api officer = given.officer().api();

    private Answer act(Api as, String caseId, String path, Object body) {
        return as.with("If-Match", as.get("/cases/" + caseId).etag()).post("/cases/" + caseId + "/" + path, body);
    }

    private Answer shown(String caseId, String as) {
        return officer.get("/cases/" + caseId + "/projections/" + as).hasStatus(200);
    }

    private static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.at(pointer).asText()));
        return texts;
    }

    private String second(String caseId) {
        act(
                        officer,
                        caseId,
                        "parties",
                        Map.of("kind", "organisation", "role", "concerned", "name", "Provbyns vägförening"))
                .hasStatus(201);
        return officer.get("/cases/" + caseId).text("/parties/1/id");
    }

    private String record(String caseId, String title, String from) {
        Answer added = act(
                        officer,
                        caseId,
                        "records",
                        Map.of(
                                "direction",
                                "in",
                                "title",
                                title,
                                "date",
                                LocalDate.now(Units.STOCKHOLM).minusDays(1).toString(),
                                "correspondent",
                                from))
                .hasStatus(201);
        JsonNode records = added.json().path("records");
        return records.get(records.size() - 1).path("id").asText();
    }

    @Test
    void aPartySeesAllButWhatWasWithheldAndItsSenderSeesThatToo() {
        String id = given.underWayId();
        String first = officer.get("/cases/" + id).text("/parties/0/id");
        String other = second(id);
        String health = record(id, "Läkarintyg", "Provbyns vägförening");
        String map = record(id, "Karta", "Kartfirman Exempel");
        act(
                        officer,
                        id,
                        "communications",
                        Map.of(
                                "recordIds", List.of(map),
                                "dueDate",
                                        LocalDate.now(Units.STOCKHOLM)
                                                .plusDays(30)
                                                .toString(),
                                "holidayAccepted", true,
                                "exclusions", List.of(Map.of("recordId", health, "reason", "Uppgifter om hälsa."))))
                .hasStatus(201);

        Answer applicant = shown(id, "party?party=" + first);
        Answer sender = shown(id, "party?party=" + other);

        assertThat(texts(applicant.json().path("records"), "/title"))
                .contains("Karta")
                .doesNotContain("Läkarintyg");
        assertThat(applicant.json().path("omitted")).anySatisfy(each -> {
            assertThat(each.at("/what/sv").asText()).contains("Läkarintyg");
            assertThat(each.at("/reason/sv").asText()).contains("Uppgifter om hälsa.");
            assertThat(each.path("basis").asText()).isEqualTo("OSL 10:3");
        });
        assertThat(texts(sender.json().path("records"), "/title")).contains("Karta", "Läkarintyg");
        assertThat(texts(shown(id, "officer").json().path("records"), "/title")).contains("Karta", "Läkarintyg");
    }

    @Test
    void workingMaterialIsTheOfficersAndADecisionEverybodysOnceItIsMade() {
        String id = given.underWayId();
        act(officer, id, "notes", Map.of("text", "Ring kommunen i morgon.", "addsFacts", false))
                .hasStatus(201);
        act(officer, id, "notes", Map.of("text", "Sökanden uppger att bäcken är torr.", "addsFacts", true))
                .hasStatus(201);
        act(officer, id, "tasks", Map.of("title", "Läs kartan")).hasStatus(201);
        String party = officer.get("/cases/" + id).text("/parties/0/id");

        for (String reader : List.of("party?party=" + party, "authority?basis=osl_10_28")) {
            Answer seen = shown(id, reader);
            assertThat(seen.json().path("notes")).isEmpty();
            assertThat(seen.text()).doesNotContain("Ring kommunen");
            assertThat(texts(seen.json().path("records"), "/title")).contains("Tjänsteanteckning");
            assertThat(texts(seen.json().path("omitted"), "/part")).contains("note", "task", "deadline");
        }
        assertThat(shown(id, "officer").json().path("notes")).hasSize(2);
    }

    @Test
    void aProposalIsShownToNobodyElseAndTheSignedDecisionAlways() {
        Answer decided = given.decided();
        String party = decided.text("/parties/0/id");

        Answer seen = shown(decided.id(), "party?party=" + party);

        assertThat(seen.text("/decisions/0/text")).isEqualTo("Anmälan föranleder ingen åtgärd.");
        assertThat(seen.text("/decisions/0/decidedBy")).isEqualTo("Prov decision_maker");
    }

    @Test
    void underThreatOfficialsAreNamelessToAllButTheOfficer() {
        Answer decided = given.decided();
        String id = decided.id();
        String party = decided.text("/parties/0/id");
        act(
                        officer,
                        id,
                        "decisions/" + decided.text("/decisions/0/id") + "/dispatch",
                        Map.of("channel", "post", "officialsOmittedReason", "Hot mot handläggaren."))
                .hasStatus(200);

        for (String reader : List.of("party?party=" + party, "authority?basis=osl_10_27", "public")) {
            assertThat(shown(id, reader).text()).as(reader).doesNotContain("Prov officer", "Prov decision_maker");
        }
        Answer seen = shown(id, "party?party=" + party);
        assertThat(seen.json().path("omitted"))
                .anySatisfy(each -> assertThat(each.path("basis").asText()).isEqualTo("FL 33 § fjärde stycket"));
        assertThat(shown(id, "officer").text()).contains("Prov officer", "Prov decision_maker");
    }

    @Test
    void thePublicSeesExactlyWhatStandsInTheRegister() {
        String id = given.underWayId();
        Answer seen = shown(id, "public");
        JsonNode row = null;
        for (JsonNode each : Api.anonymous()
                .get("/register-entries?authority=" + given.authorityId())
                .hasStatus(200)
                .json()
                .path("items")) {
            row = each.path("number").asText().equals(seen.text("/number")) ? each : row;
        }

        assertThat(row).isNotNull();
        for (String field : List.of("arrivalDate", "registeredDate", "subject", "correspondent")) {
            assertThat(seen.json().path(field).asText())
                    .as(field)
                    .isEqualTo(row.path(field).asText());
        }
        for (String list : List.of("parties", "records", "decisions", "notes", "communications", "deadlines")) {
            assertThat(seen.json().path(list)).as(list).isEmpty();
        }
    }

    @Test
    void anotherAuthorityNeedsAGroundInLawAndTheGroundIsAnEvent() {
        String id = given.underWayId();
        officer.get("/cases/" + id + "/projections/authority").hasStatus(400).pointsAt("query/basis");
        officer.get("/cases/" + id + "/projections/authority?basis=osl_1_1").hasStatus(400);
        String version = officer.get("/cases/" + id).etag();

        shown(id, "authority?basis=osl_10_27");

        JsonNode event =
                officer.get("/cases/" + id + "/events").json().path("items").get(0);
        assertThat(event.path("activity").asText()).isEqualTo("HarmTestDone");
        assertThat(event.at("/details/basis").asText()).isEqualTo("osl_10_27");
        assertThat(officer.get("/cases/" + id).etag()).isEqualTo(version);
    }

    @Test
    void whatIsProtectedIsInNoProjection() {
        String id = given.underWayId();
        Map<String, Object> hidden = new HashMap<>(Map.of(
                "kind", "person",
                "role", "neighbour",
                "name", "Exempla Provsson",
                "protectedIdentity", "marked",
                "identity", Map.of("type", "personal_number", "number", "19121212-1212"),
                "contacts", List.of(Map.of("kind", "post", "value", "Provgatan 17\n123 45 Exempelstad"))));
        act(officer, id, "parties", hidden).hasStatus(201);
        Answer file = officer.get("/cases/" + id);

        for (String reader : List.of(
                "officer",
                "public",
                "authority?basis=osl_10_28",
                "party?party=" + file.text("/parties/0/id"),
                "party?party=" + file.text("/parties/1/id"))) {
            assertThat(shown(id, reader).text()).as(reader).doesNotContain("Provsson", "Provgatan", "1212");
        }
        assertThat(texts(
                        shown(id, "party?party=" + file.text("/parties/0/id"))
                                .json()
                                .path("omitted"),
                        "/basis"))
                .contains("OSL 21:3");
    }

    @Test
    void aChangeTheReaderMayNotSeeMovesNoETag() {
        String id = given.underWayId();
        String officers = shown(id, "officer").etag();
        String publics = shown(id, "public").etag();

        act(officer, id, "notes", Map.of("text", "Internt.", "addsFacts", false))
                .hasStatus(201);

        assertThat(shown(id, "officer").etag()).isNotEqualTo(officers);
        Answer again = shown(id, "public");
        assertThat(again.etag()).isEqualTo(publics).hasSize(66);
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "public", "authority?basis=osl_10_28"})
    void onlyWhoeverMayOpenTheCaseMayLook(String reader) {
        String id = given.registrar()
                .api()
                .post(
                        "/cases",
                        Map.of(
                                "caseTypeKey", "vattenverksamhet-anmalan",
                                "subject", "Brygga",
                                "publicSubject", "Brygga",
                                "channel", "post",
                                "receivedAt", Instant.now().minusSeconds(60).toString(),
                                "recordTitle", "Anmälan",
                                "secrecyLevel", "secret"))
                .hasStatus(201)
                .id();
        String path = "/cases/" + id + "/projections/" + reader;

        given.registrar().api().get(path).isProblem(404, "not-found");
        officer.get(path).isProblem(404, "not-found");
        Given.anAuthority().as(Role.OFFICER).get(path).isProblem(404, "not-found");
        given.person(Role.ADMINISTRATOR).api().get(path).isProblem(403, "not-permitted");
    }

    @Test
    void aPartyThatIsNoneIsNotFound() {
        String id = given.underWayId();
        String others = officer.get("/cases/" + given.underWayId()).text("/parties/0/id");

        officer.get("/cases/" + id + "/projections/party").hasStatus(400).pointsAt("query/party");
        officer.get("/cases/" + id + "/projections/party?party=" + others).isProblem(404, "not-found");
    }
}
