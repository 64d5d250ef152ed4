// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** Marking how closed a case is, and putting it in compartments (OSL 5:5, 8:2): what it does, and to whose sight. */
class SecrecyTest {
    private final GivenCases given = new GivenCases();
    private final Given.Person executive = given.authority.person(Role.EXECUTIVE);
    private final Given.Person second = given.authority.another(Role.EXECUTIVE, given.authority.rootUnit());

    @Test
    void aMarkingHoldsProvisionDayAuthorityAndNoteAndItsEventNoSecretText() {
        Answer file = given.underWay();

        Answer marked =
                mark(given.officer.api(), file, "secret", "Hälsa i bilaga 2.").hasStatus(201);

        assertThat(marked.text("/levelBefore")).isEqualTo("open");
        assertThat(marked.text("/authority")).isEqualTo("Provmyndigheten");
        Answer after = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        assertThat(after.text("/secrecyLevel")).isEqualTo("secret");
        assertThat(marked.etag()).isEqualTo(after.etag());
        Answer secrecy =
                given.officer.api().get("/cases/" + file.id() + "/secrecy").hasStatus(200);
        assertThat(secrecy.text("/markings/0/note")).isEqualTo("Hälsa i bilaga 2.");
        assertThat(secrecy.text("/markings/0/provision")).isEqualTo("21 kap. 7 § OSL");
        JsonNode event = given.officer
                .api()
                .get("/cases/" + file.id() + "/events")
                .json()
                .at("/items/0");
        assertThat(event.path("activity").asText()).isEqualTo("SecrecyMarked");
        assertThat(event.toString()).doesNotContain("Hälsa", "21 kap");

        mark(given.officer.api(), after, "restricted", "Bilagan är borttagen.").hasStatus(201);
        assertThat(given.officer.api().get("/cases/" + file.id() + "/events").text("/items/0/activity"))
                .isEqualTo("SecrecyReassessed");
    }

    @Test
    void whatAMarkingLacksIsSaidAtOnce() {
        Answer file = given.underWay();
        Answer secret = mark(given.officer.api(), file, "secret", null).hasStatus(201);

        Answer refused = given.officer
                .api()
                .with("If-Match", secret.etag())
                .post(
                        "/cases/" + file.id() + "/secrecy-markings",
                        Map.of(
                                "level",
                                "restricted",
                                "markedOn",
                                today().plusDays(2).toString()));

        refused.isProblem(422, "rule-broken")
                .pointsAt("/provision")
                .pointsAt("/note")
                .pointsAt("/markedOn");
        mark(given.officer.api(), file, "strict", null).isProblem(412, "stale-version");
    }

    @Test
    void aMarkedCaseLeavesListsCountsSearchAndThePublicRegisterAtOnceAndKeepsDateAndNumber() {
        Answer file = given.underWay();
        Given.Person colleague = given.authority.another(Role.OFFICER, given.water);
        assertThat(numbers(colleague.api().get("/cases"))).contains(file.text("/number"));

        mark(given.officer.api(), file, "secret", null).hasStatus(201);

        assertThat(numbers(colleague.api().get("/cases"))).isEmpty();
        assertThat(numbers(colleague.api().get("/cases?query=" + file.text("/number"))))
                .isEmpty();
        assertThat(numbers(colleague.api().get("/cases?query=kvarnback"))).isEmpty();
        colleague.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        colleague.api().get("/cases/" + file.id() + "/secrecy").isProblem(404, "not-found");
        JsonNode row = registerRow(colleague.api(), file);
        assertThat(row.path("withheld").asBoolean()).isTrue();
        assertThat(row.has("subject") || row.has("correspondent") || row.has("caseId") || row.has("state"))
                .isFalse();
        JsonNode entry = Api.anonymous()
                .get("/register-entries?authority=" + given.authority.authorityId())
                .json()
                .at("/items/0");
        assertThat(entry.path("subject").isMissingNode()).isTrue();
    }

    @Test
    void aRegistrarMarksByTheHeadAloneAndSeesMarkingsWithoutTheirNotes() {
        Answer file = given.underWay();
        Answer secret =
                mark(given.officer.api(), file, "secret", "Hemlig anteckning.").hasStatus(201);

        Answer seen =
                given.registrar.api().get("/cases/" + file.id() + "/secrecy").hasStatus(200);

        assertThat(seen.json().at("/mayMark").asBoolean()).isTrue();
        assertThat(seen.text()).doesNotContain("Hemlig anteckning");
        mark(given.registrar.api().with("If-Match", secret.etag()), file.id(), "strict", null)
                .hasStatus(201);
        given.registrar.api().get("/cases/" + file.id()).isProblem(404, "not-found");
    }

    @Test
    void twoPersonsLetSomebodyInAndOneTakesItBack() {
        String id = compartment();
        Answer proposed = propose(executive, id, given.officer.id());
        String membership = proposed.id();

        approve(executive.api(), membership).isProblem(403, "not-permitted");
        assertThat(given.officer.api().get("/compartments").json().at("/items")).isEmpty();
        approve(second.api(), membership).hasStatus(204);
        assertThat(given.officer.api().get("/compartments").json().at("/items")).hasSize(1);
        approve(second.api(), membership).hasStatus(409);
        executive
                .api()
                .post("/compartment-memberships/" + membership + "/revocation", null)
                .hasStatus(204);
        assertThat(given.officer.api().get("/compartments").json().at("/items")).isEmpty();
    }

    @Test
    void nobodyApprovesOneselfAndAManagerReachesOnlyTheUnitsOwnPeople() {
        String id = compartment();
        Given.Person stranger = given.authority.person(Role.OFFICER, given.animals);

        given.manager
                .api()
                .post("/compartments/" + id + "/memberships", member(stranger.id()))
                .isProblem(422, "rule-broken")
                .pointsAt("/userId");
        String own = propose(executive, id, given.manager.id()).id();
        approve(given.manager.api(), own).isProblem(403, "not-permitted");
        String theirs = propose(executive, id, stranger.id()).id();
        approve(given.manager.api(), theirs).isProblem(404, "not-found");
        String officers = propose(executive, id, given.officer.id()).id();
        approve(given.manager.api(), officers).hasStatus(204);
        assertThat(given.manager.api().get("/compartments/" + id).json().at("/memberships"))
                .as("a manager sees the unit's people in it")
                .hasSize(2);
    }

    @Test
    void forThoseOutsideTheCompartmentTheCaseDoesNotExistButForDateAndNumber() {
        Answer file = enclosed();
        Given.Person colleague = given.authority.another(Role.OFFICER, given.water);

        for (Api outside : List.of(
                given.registrar.api(),
                given.manager.api(),
                colleague.api(),
                executive.api(),
                given.authority.as(Role.AUDITOR),
                given.authority.as(Role.ARCHIVIST))) {
            Answer theirs = outside.get("/cases/" + file.id());
            theirs.isProblem(404, "not-found");
            assertThat(scrubbed(theirs)).isEqualTo(scrubbed(outside.get("/cases/" + UUID.randomUUID())));
            assertThat(numbers(outside.get("/cases"))).isEmpty();
            assertThat(numbers(outside.get("/cases?query=" + file.text("/number"))))
                    .isEmpty();
            outside.get("/cases/" + file.id() + "/events").isProblem(404, "not-found");
        }
        JsonNode row = registerRow(given.registrar.api(), file);
        assertThat(row.path("withheld").asBoolean()).isTrue();
        assertThat(row.has("subject") || row.has("caseId")).isFalse();
        given.officer.api().get("/cases/" + file.id()).hasStatus(200);
    }

    /** CASES §14, scenarios 22 and 23, for every list, count and figure that takes no identity. */
    @Test
    void everyListCountAndFigureIsByteForByteAsWithoutTheCaseForThoseOutsideIt() {
        List<Api> outside = List.of(
                given.registrar.api(),
                given.manager.api(),
                given.decider.api(),
                given.authority.another(Role.OFFICER, given.water).api(),
                executive.api(),
                given.authority.as(Role.BUSINESS_DEVELOPER),
                given.authority.as(Role.ARCHIVIST),
                given.authority.as(Role.AUDITOR));
        given.underWay();
        String compartment = compartment();
        approve(
                        second.api(),
                        propose(executive, compartment, given.officer.id()).id())
                .hasStatus(204);
        List<Map<String, String>> before =
                outside.stream().map(SecrecyTest::everything).toList();
        List<Map<String, String>> again =
                outside.stream().map(SecrecyTest::everything).toList();

        Map<String, Object> item = GivenCases.wholeItem();
        item.put("secrecyLevel", "secret");
        Answer file = given.register(item);
        Answer assigned = act(
                        given.registrar.api(),
                        file,
                        "assignment",
                        Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);
        Answer started = act(given.officer.api(), assigned, "start", null).hasStatus(200);
        enclose(given.officer.api(), file.id(), started.etag(), List.of(compartment))
                .hasStatus(204);

        for (int i = 0; i < outside.size(); i++) {
            Map<String, String> after = everything(outside.get(i));
            int person = i;
            assertThat(before.get(i)).hasSizeGreaterThan(3);
            before.get(i).forEach((path, answer) -> {
                if (answer.equals(again.get(person).get(path))) {
                    assertThat(after.get(path)).as(path).isEqualTo(answer);
                }
            });
        }
    }

    /** Every answer that can be asked for by address alone; not the register, where date and number are to stand, nor the log of friction. */
    private static Map<String, String> everything(Api as) {
        Map<String, String> answers = new HashMap<>();
        TestService.bean(Contract.class).operations().stream()
                .filter(operation ->
                        operation.method().equals("GET") && !operation.path().contains("{"))
                .map(ContractOperation::path)
                .filter(path -> !path.startsWith("/register")
                        && !path.startsWith("/number-series")
                        && !path.startsWith("/event-logs"))
                .forEach(path -> {
                    Answer answer = as.get(path);
                    if (answer.status() == 200) {
                        answers.put(path, answer.text() + answer.headers().firstValue("ETag"));
                    }
                });
        for (String path : List.of("/cases?query=kvarnback", "/cases?sort=due", "/cases?openOnly=true")) {
            answers.put(path, as.get(path).text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", ""));
        }
        return answers;
    }

    @Test
    void aMemberReadsByGrantWhatTheRoleAloneWouldNotOpen() {
        Answer file = enclosed();
        Given.Person archivist = given.authority.person(Role.ARCHIVIST);
        Given.Person consultant = given.authority.person(Role.CONSULTANT, given.water);
        for (Given.Person each : List.of(archivist, consultant, second)) {
            each.api().get("/cases/" + file.id()).isProblem(404, "not-found");
            letIn(file, each.id());
            each.api().get("/cases/" + file.id()).hasStatus(200);
            assertThat(numbers(each.api().get("/cases"))).containsExactly(file.text("/number"));
        }
        Given.Person colleague = given.authority.another(Role.OFFICER, given.water);
        letIn(file, colleague.id());
        colleague.api().get("/cases/" + file.id()).isProblem(404, "not-found");
    }

    @Test
    void onlyAClosedCaseWithItsOfficerInsideIsPutInACompartmentAndItStaysClosed() {
        String id = compartment();
        Answer file = given.underWay();
        executive.api().get("/cases/" + file.id()).hasStatus(200);
        enclose(executive.api(), file.id(), file.etag(), List.of(id)).isProblem(422, "rule-broken");
        Answer secret = mark(given.officer.api(), file, "secret", null).hasStatus(201);

        enclose(given.officer.api(), file.id(), secret.etag(), List.of(id))
                .isProblem(422, "rule-broken")
                .pointsAt("/compartmentIds/0");
        approve(second.api(), propose(executive, id, given.officer.id()).id()).hasStatus(204);
        enclose(given.officer.api(), file.id(), secret.etag(), List.of(id)).hasStatus(204);
        Answer now = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        mark(given.officer.api(), now, "open", "Ska vara öppet.")
                .isProblem(422, "rule-broken")
                .pointsAt("/level");
    }

    @Test
    void aCompartmentThatEndsOpensNothingAndTakesInNoMoreCases() {
        Answer file = enclosed();
        Given.Person colleague = given.authority.another(Role.OFFICER, given.water);
        String id = given.officer.api().get("/cases/" + file.id() + "/secrecy").text("/compartments/0/id");
        Map<String, Object> why = Map.of("reason", "Verksamheten är överlämnad.");
        given.manager.api().post("/compartments/" + id + "/ending", why).isProblem(403, "not-permitted");

        executive.api().post("/compartments/" + id + "/ending", why).hasStatus(200);

        given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        for (Given.Person each : List.of(executive, colleague, given.manager, given.decider)) {
            each.api().get("/cases/" + file.id()).isProblem(404, "not-found");
        }
        Answer other = given.underWay();
        Answer secret = mark(given.officer.api(), other, "secret", null).hasStatus(201);
        assertThat(enclose(given.officer.api(), other.id(), secret.etag(), List.of(id))
                        .isProblem(422, "rule-broken")
                        .pointsAt("/compartmentIds/0")
                        .json()
                        .at("/errors")
                        .findValuesAsText("code"))
                .containsExactly("ended");
        letIn(file, second.id());
        second.api().get("/cases/" + file.id()).hasStatus(200);
        Answer now = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        enclose(given.officer.api(), file.id(), now.etag(), List.of(id)).hasStatus(204);
        Answer again = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        enclose(given.officer.api(), file.id(), again.etag(), List.of()).hasStatus(204);
        assertThat(given.officer.api().get("/cases/" + file.id()).text("/secrecyLevel"))
                .isEqualTo("secret");
        executive.api().post("/compartments/" + id + "/ending", why).isProblem(409, "conflict");
        executive
                .api()
                .post("/compartments/" + id + "/renaming", naming("Ett annat namn"))
                .isProblem(409, "conflict");
    }

    @Test
    void aCompartmentHasANewNameAndTheSamePeopleAndCases() {
        Answer file = enclosed();
        String id = given.officer.api().get("/cases/" + file.id() + "/secrecy").text("/compartments/0/id");
        String taken = executive.api().get("/compartments/" + compartment()).text("/name");
        given.officer
                .api()
                .post("/compartments/" + id + "/renaming", naming("Nytt"))
                .isProblem(403, "not-permitted");

        executive
                .api()
                .post("/compartments/" + id + "/renaming", naming(taken))
                .isProblem(422, "rule-broken")
                .pointsAt("/name");
        executive
                .api()
                .post("/compartments/" + UUID.randomUUID() + "/renaming", naming("Nytt"))
                .isProblem(404, "not-found");
        executive
                .api()
                .post("/compartments/" + id + "/renaming", naming("Granskning av egna ärenden"))
                .hasStatus(200);

        assertThat(given.officer.api().get("/cases/" + file.id() + "/secrecy").text("/compartments/0/name"))
                .isEqualTo("Granskning av egna ärenden");
        given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        executive.api().get("/cases/" + file.id()).isProblem(404, "not-found");
    }

    private static Map<String, Object> naming(String name) {
        return Map.of("name", name, "purpose", "Självständig gren, 8 kap. 2 § OSL");
    }

    @Test
    void aCaseIsAssignedOnlyToSomebodyInsideItsCompartments() {
        Answer file = enclosed();
        Given.Person colleague = given.authority.another(Role.OFFICER, given.water);
        letIn(file, given.manager.id());
        Answer secret = given.officer.api().get("/cases/" + file.id()).hasStatus(200);
        Map<String, Object> wanted =
                Map.of("unitId", given.water, "officerId", colleague.id(), "reason", "Byter handläggare.");
        // The manager is inside but the case is not assigned to the manager, so only its officer and the registrar
        // reach it.
        letIn(file, given.registrar.id());

        act(given.registrar.api(), secret, "assignment", wanted)
                .isProblem(422, "rule-broken")
                .pointsAt("/officerId");
        assertThat(given.registrar
                        .api()
                        .get("/cases/" + file.id() + "/officer-suggestions")
                        .hasStatus(200)
                        .text())
                .doesNotContain(colleague.id().toString());
        letIn(file, colleague.id());
        act(given.registrar.api(), secret, "assignment", wanted).hasStatus(200);
        colleague.api().get("/cases/" + file.id()).hasStatus(200);
    }

    private Answer enclosed() {
        String id = compartment();
        approve(second.api(), propose(executive, id, given.officer.id()).id()).hasStatus(204);
        Answer file = given.underWay();
        Answer secret = mark(given.officer.api(), file, "secret", null).hasStatus(201);
        enclose(given.officer.api(), file.id(), secret.etag(), List.of(id)).hasStatus(204);
        return file;
    }

    private void letIn(Answer file, UUID person) {
        String compartment =
                given.officer.api().get("/cases/" + file.id() + "/secrecy").text("/compartments/0/id");
        Given.Person other = person.equals(second.id())
                ? given.authority.another(Role.EXECUTIVE, given.authority.rootUnit())
                : second;
        approve(other.api(), propose(executive, compartment, person).id()).hasStatus(204);
    }

    private String compartment() {
        return executive
                .api()
                .post(
                        "/compartments",
                        Map.of("name", "Gren " + UUID.randomUUID(), "purpose", "Självständig gren, 8 kap. 2 § OSL"))
                .hasStatus(201)
                .id();
    }

    /** The legal day. */
    static LocalDate today() {
        return LocalDate.now(Units.STOCKHOLM);
    }

    private static Map<String, Object> member(UUID person) {
        return Map.of("userId", person, "validFrom", today().toString());
    }

    private static Answer propose(Given.Person by, String compartment, UUID person) {
        return by.api()
                .post("/compartments/" + compartment + "/memberships", member(person))
                .hasStatus(201);
    }

    private static Answer approve(Api by, String membership) {
        return by.post("/compartment-memberships/" + membership + "/approval", null);
    }

    private static Answer enclose(Api by, String id, String etag, List<String> compartments) {
        return by.with("If-Match", etag).post("/cases/" + id + "/compartments", Map.of("compartmentIds", compartments));
    }

    static Answer mark(Api by, Answer file, String level, @org.jspecify.annotations.Nullable String note) {
        return mark(by.with("If-Match", file.etag()), file.id(), level, note);
    }

    private static Answer mark(Api by, String id, String level, @org.jspecify.annotations.Nullable String note) {
        Map<String, Object> wanted =
                new HashMap<>(Map.of("level", level, "provision", "21 kap. 7 § OSL", "markedOn", today().toString()));
        if (note != null) {
            wanted.put("note", note);
        }
        return by.post("/cases/" + id + "/secrecy-markings", wanted);
    }

    private static List<String> numbers(Answer list) {
        return list.hasStatus(200).json().at("/items").findValuesAsText("number");
    }

    private static JsonNode registerRow(Api as, Answer file) {
        for (JsonNode row : as.get("/register-rows").hasStatus(200).json().at("/items")) {
            if (row.path("number").asText().equals(file.text("/number"))) {
                return row;
            }
        }
        throw new AssertionError("every case has a row in the register");
    }

    private static String scrubbed(Answer answer) {
        return answer.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
