// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.malbild.access.permission.Role;
import se.malbild.cases.GivenCase;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Parties in full, and what is kept from whom of somebody protected. */
class PartiesTest {
    private static final String NUMBER = "19121212-1212";
    private static final String NAME = "Exempla Provsson";
    private static final String STREET = "Provgatan 17";

    private final GivenCase given = new GivenCase();
    private final Api officer = given.officer().api();

    private Answer act(Api as, String caseId, String path, Object body) {
        String etag = as.get("/cases/" + caseId + "/parties").etag();
        return as.with("If-Match", etag).post("/cases/" + caseId + "/parties" + path, body);
    }

    private Answer change(Api as, String caseId, String partyId, Object body) {
        String etag = as.get("/cases/" + caseId + "/parties").etag();
        return as.patch("/cases/" + caseId + "/parties/" + partyId, etag, body);
    }

    private static Map<String, Object> person(String protection) {
        Map<String, Object> person = new HashMap<>();
        person.put("kind", "person");
        person.put("role", "neighbour");
        person.put("name", NAME);
        person.put("identity", Map.of("type", "personal_number", "number", NUMBER));
        person.put(
                "contacts",
                List.of(
                        Map.of("kind", "post", "value", STREET + "\n123 45 Exempelstad"),
                        Map.of("kind", "phone", "value", "070-123 45 67")));
        person.put("language", "fi");
        person.put("interpreter", true);
        person.put("protectedIdentity", protection);
        return person;
    }

    private static String last(Answer list) {
        return list.json()
                .path("items")
                .get(list.json().path("items").size() - 1)
                .path("id")
                .asText();
    }

    @Test
    void aPartyIsKeptWithItsNumberSealedAndReadByWhoeverHandlesTheCase() {
        String id = given.underWayId();

        Answer list = act(officer, id, "", person("none")).hasStatus(201);

        assertThat(list.text()).contains(NAME, STREET).doesNotContain("1212");
        assertThat(list.text("/items/1/hasIdentity")).isEqualTo("true");
        Answer identity = officer.get("/cases/" + id + "/parties/" + last(list) + "/identity")
                .hasStatus(200);
        assertThat(identity.text("/number")).isEqualTo("121212+1212");
        assertThat(identity.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(rows(id)).doesNotContain("1212121212", STREET, "070-123");
        assertThat(officer.get("/cases/" + id + "/events").text())
                .contains("MetadataCorrected")
                .doesNotContain("1212", NAME, STREET);
    }

    /** Everything the database holds of the parties of a case, as text. */
    private static String rows(String caseId) {
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("SELECT * FROM case_parties WHERE case_id = :case")
                                .bind("case", caseId)
                                .mapToMap()
                                .list()
                                .toString()
                        + handle.createQuery(
                                        "SELECT CONVERT(sealed USING latin1) FROM case_parties WHERE case_id = :case")
                                .bind("case", caseId)
                                .mapTo(String.class)
                                .list());
    }

    @ParameterizedTest
    @EnumSource(value = Protection.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theNameOfSomebodyProtectedStandsNowhereInTheOpen(Protection protection) {
        String id = given.underWayId();

        Answer list = act(officer, id, "", person(protection.code())).hasStatus(201);

        assertThat(list.text("/items/1/name")).isEqualTo("Skyddad identitet");
        assertThat(list.text("/items/1/forwarded")).isEqualTo("true");
        assertThat(list.json().at("/items/1/contacts")).isEmpty();
        assertThat(rows(id)).doesNotContain(NAME, STREET);
        for (Given.Person reader :
                List.of(given.officer(), given.manager(), given.registrar(), given.person(Role.AUDITOR))) {
            assertThat(reader.api().get("/cases/" + id).hasStatus(200).text())
                    .contains("Skyddad identitet", "\"protectedIdentity\":\"" + protection.code())
                    .doesNotContain(NAME, STREET);
        }
        Answer identity = officer.get("/cases/" + id + "/parties/" + last(list) + "/identity")
                .hasStatus(200);
        assertThat(identity.text("/name")).isEqualTo(NAME);
        assertThat(identity.text("/contacts/0/value")).contains(STREET);
    }

    @Test
    void whatIsProtectedIsReadByNobodyWhoDoesNotHandleTheCase() {
        String id = given.underWayId();
        String party = last(act(officer, id, "", person("marked")).hasStatus(201));
        Given.Person colleague = given.person(Role.OFFICER);

        for (Api reader : List.of(
                given.manager().api(),
                given.registrar().api(),
                given.person(Role.AUDITOR).api(),
                given.person(Role.EXECUTIVE).api(),
                colleague.api())) {
            reader.get("/cases/" + id + "/parties/" + party + "/identity").isProblem(403, "not-permitted");
        }
        Given.anAuthority()
                .as(Role.OFFICER)
                .get("/cases/" + id + "/parties/" + party + "/identity")
                .isProblem(404, "not-found");
    }

    @Test
    void everyReadingIsLoggedWithoutPersonalData() {
        String id = given.underWayId();
        String party = last(act(officer, id, "", person("marked")).hasStatus(201));

        officer.get("/cases/" + id + "/parties").hasStatus(200);
        given.manager()
                .api()
                .get("/cases/" + id + "/parties/" + party + "/identity")
                .hasStatus(403);
        officer.get("/cases/" + id + "/parties/" + party + "/identity").hasStatus(200);

        Answer log = given.person(Role.AUDITOR).api().get("/access-log").hasStatus(200);
        assertThat(log.json().at("/items"))
                .filteredOn(line -> line.toString().contains("protected_identity_read"))
                .singleElement()
                .asString()
                .contains(id)
                .contains(given.officer().id().toString())
                .doesNotContain(NAME, "1212");
    }

    @Test
    void markingSomebodyTakesTheNameOutOfTheCase() {
        Answer file = given.registrar()
                .api()
                .post(
                        "/cases",
                        Map.of(
                                "caseTypeKey", "vattenverksamhet-anmalan",
                                "subject", "Exempla Provssons brygga, åter anmäld av EXEMPLA PROVSSON",
                                "publicSubject", "Brygga",
                                "channel", "post",
                                "receivedAt", Instant.now().minusSeconds(3600).toString(),
                                "recordTitle", "Anmälan från Exempla Provsson",
                                "parties", List.of(Map.of("kind", "person", "role", "applicant", "name", NAME))))
                .hasStatus(201);
        Api registrar = given.registrar().api();

        change(registrar, file.id(), file.text("/parties/0/id"), Map.of("protectedIdentity", "protected_registration"))
                .hasStatus(200);

        Answer after = registrar.get("/cases/" + file.id()).hasStatus(200);
        assertThat(after.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("provsson");
        assertThat(after.text("/subject")).isEqualTo("Skyddad identitets brygga, åter anmäld av Skyddad identitet");
        assertThat(after.text("/records/0/correspondent")).isEqualTo("Skyddad identitet");
        assertThat(after.text("/records/0/title")).isEqualTo("Anmälan från Skyddad identitet");
        assertThat(registrar.get("/register-rows").text()
                        + registrar.get("/cases").text())
                .doesNotContain("Provsson");
    }

    @Test
    void theSenderOfARegistrationCanBeProtectedFromTheStart() {
        Answer file = given.registrar()
                .api()
                .post(
                        "/cases",
                        Map.of(
                                "caseTypeKey", "vattenverksamhet-anmalan",
                                "subject", "Brygga",
                                "publicSubject", "Brygga",
                                "channel", "post",
                                "receivedAt", Instant.now().minusSeconds(3600).toString(),
                                "recordTitle", "Anmälan",
                                "parties",
                                        List.of(
                                                Map.of(
                                                        "kind", "person",
                                                        "role", "applicant",
                                                        "name", NAME,
                                                        "protectedIdentity", "marked"),
                                                Map.of(
                                                        "kind", "person",
                                                        "role", "concerned",
                                                        "name", "Modell Provsson",
                                                        "protectedIdentity", "marked"))))
                .hasStatus(201);

        assertThat(file.text())
                .contains("Skyddad identitet", "Skyddad identitet 2")
                .doesNotContain("Provsson");
        assertThat(rows(file.id())).doesNotContain("Provsson");
        assertThat(given.registrar().api().get("/cases/" + file.id()).text()).doesNotContain("Provsson");
    }

    @Test
    void protectionIsTakenAwayOnlyByWhoeverMayReadIt() {
        String id = given.underWayId();
        String party = last(act(officer, id, "", person("marked")).hasStatus(201));

        change(given.registrar().api(), id, party, Map.of("protectedIdentity", "none"))
                .isProblem(403, "not-permitted");
        change(given.manager().api(), id, party, Map.of("protectedIdentity", "none"))
                .isProblem(403, "not-permitted");
        change(given.registrar().api(), id, party, Map.of("language", "en")).hasStatus(200);
        Answer open =
                change(officer, id, party, Map.of("protectedIdentity", "none")).hasStatus(200);

        assertThat(open.text("/items/1/name")).isEqualTo(NAME);
        assertThat(open.text("/items/1/contacts/0/value")).contains(STREET);
        assertThat(open.text("/items/1/language")).isEqualTo("en");
    }

    @Test
    void partiesAreFoundByTheirNumberWithinTheScopeOnly() {
        String id = given.underWayId();
        act(officer, id, "", person("none")).hasStatus(201);
        Map<String, Object> asked = Map.of("identity", Map.of("type", "personal_number", "number", "121212+1212"));

        Answer found = officer.post("/party-searches", asked).hasStatus(200);

        assertThat(found.text("/items/0/caseId")).isEqualTo(id);
        assertThat(found.text()).doesNotContain("1212");
        assertThat(given.officerOfAnotherUnit()
                        .api()
                        .post("/party-searches", asked)
                        .hasStatus(200)
                        .json()
                        .path("items"))
                .as("an officer of another unit")
                .isEmpty();
        assertThat(Given.anAuthority()
                        .as(Role.OFFICER)
                        .post("/party-searches", asked)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(officer.post(
                                "/party-searches",
                                Map.of("identity", Map.of("type", "personal_number", "number", "121212-1212")))
                        .json()
                        .path("items"))
                .as("another person, a century younger")
                .isEmpty();
    }

    @Test
    void somebodyProtectedIsFoundByWhoeverHandlesTheCaseOnly() {
        String id = given.underWayId();
        act(officer, id, "", person("marked")).hasStatus(201);
        Map<String, Object> asked = Map.of("identity", Map.of("type", "personal_number", "number", NUMBER));

        assertThat(officer.post("/party-searches", asked).text()).contains(id).doesNotContain(NAME);
        assertThat(given.manager().api().post("/party-searches", asked).text()).doesNotContain(id);
        assertThat(given.registrar().api().post("/party-searches", asked).text())
                .doesNotContain(id);
    }

    @Test
    void aNumberThatCannotBeIsRefusedWithoutBeingRepeated() {
        String id = given.underWayId();
        Map<String, Object> ambiguous = new HashMap<>(person("none"));
        ambiguous.put("identity", Map.of("type", "personal_number", "number", "1212121212"));
        Map<String, Object> organisation = new HashMap<>(person("none"));
        organisation.put("identity", Map.of("type", "organisation_number", "number", "202100-5489"));
        Map<String, Object> unknown = new HashMap<>(person("none"));
        unknown.put("identity", Map.of("type", "unknown"));
        Map<String, Object> foreign = new HashMap<>(person("none"));
        foreign.put("identity", Map.of("type", "foreign", "number", "FI 010190-123A", "reason", "Bor i Finland"));

        Answer refused = act(officer, id, "", ambiguous).hasStatus(422).pointsAt("/identity/number");
        assertThat(refused.text()).contains("ambiguous").doesNotContain("1212121212");
        act(officer, id, "", organisation).hasStatus(422).pointsAt("/identity/type");
        act(officer, id, "", unknown).hasStatus(422).pointsAt("/identity/reason");
        String party = last(act(officer, id, "", foreign).hasStatus(201));
        assertThat(officer.get("/cases/" + id + "/parties/" + party + "/identity")
                        .text("/number"))
                .isEqualTo("FI 010190-123A");
    }

    @Test
    void contactsAndPowersOfAttorneyMustBeWhatTheySay() {
        String id = given.underWayId();
        Map<String, Object> wrong = new HashMap<>(person("none"));
        wrong.put("contacts", List.of(Map.of("kind", "email", "value", "ingen adress")));
        wrong.put(
                "representatives",
                List.of(Map.of(
                        "name",
                        "Ombud Exempel",
                        "scope",
                        "Allt",
                        "powerOfAttorneyRecordId",
                        java.util.UUID.randomUUID())));

        act(officer, id, "", wrong)
                .hasStatus(422)
                .pointsAt("/contacts/0/value")
                .pointsAt("/representatives/0/powerOfAttorneyRecordId");
    }

    @Test
    void whoeverIsNoLongerAPartyIsKeptAndNotShownAsOne() {
        String id = given.underWayId();
        String party = last(act(officer, id, "", person("none")).hasStatus(201));

        Answer ended = act(officer, id, "/" + party + "/end", Map.of("reason", "withdrew"))
                .hasStatus(200);

        assertThat(ended.text("/items/1/endReason")).isEqualTo("withdrew");
        assertThat(officer.get("/cases/" + id).json().path("parties")).hasSize(1);
        act(officer, id, "/" + party + "/end", Map.of("reason", "withdrew")).isProblem(409, "conflict");
        change(officer, id, party, Map.of("language", "fi")).isProblem(409, "conflict");
    }

    @Test
    void anOldVersionAndAnotherCasesPartyAreRefused() {
        String id = given.underWayId();
        String other = given.underWayId();
        String party = officer.get("/cases/" + other + "/parties").text("/items/0/id");

        change(officer, id, party, Map.of("language", "fi")).isProblem(404, "not-found");
        officer.patch("/cases/" + other + "/parties/" + party, "\"1\"", Map.of("language", "fi"))
                .hasStatus(412);
        act(given.person(Role.AUDITOR).api(), id, "", person("none")).isProblem(403, "not-permitted");
    }
}
