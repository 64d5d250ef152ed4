// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.inbox.GivenInbox.act;
import static se.malbild.cases.inbox.GivenInbox.arrived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** An item becomes a case, one of several cases, or a record of a case that exists. */
class RegisteringTest {
    private final GivenInbox given = new GivenInbox();

    @Test
    void whatHappenedToTheItemBecomesTheFirstEventsOfTheCase() {
        Answer item = given.receive(arrived(Map.of("channel", "post", "receivedAt", "2026-09-21T07:10:00Z")));
        Answer changed = act(
                given.registrar, item, "arrival", Map.of("arrivalDate", "2026-09-17", "reason", "Avin visar den 17."));

        Answer registered = given.register(changed);

        JsonNode events = given.registrar
                .get("/cases/" + registered.text("/caseId") + "/events?limit=200")
                .json()
                .at("/items");
        List<String> inOrder = events.findValuesAsText("activity").reversed();
        assertThat(inOrder.subList(0, 4))
                .containsExactly("ItemReceived", "ItemArrivalChanged", "CaseRegistered", "RecordAdded");
        JsonNode received = events.get(events.size() - 1);
        assertThat(received.path("occurredAt").asText()).isEqualTo("2026-09-21T07:10:00Z");
        assertThat(received.path("recordedAt").asText()).isGreaterThan("2026-09-21T07:10:00Z");
        assertThat(received.path("channel").asText()).isEqualTo("post");
        Answer file = given.open(registered);
        assertThat(file.text("/parties/0/name")).isEqualTo("Kvarnbackens samfällighet");
        Answer done = given.registrar.get("/inbox-items/" + item.id()).hasStatus(200);
        assertThat(done.text("/outcome")).isEqualTo("registered");
        assertThat(done.text("/caseNumber")).isEqualTo(registered.text("/number"));
    }

    @Test
    void anItemIsRegisteredOnceOnly() {
        Answer item = given.receive(arrived());
        Api once = given.registrar
                .with("If-Match", item.etag())
                .with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/inbox-items/" + item.id() + "/registration";

        Answer first = once.post(path, GivenInbox.water()).hasStatus(201);
        Answer again = once.post(path, GivenInbox.water()).hasStatus(201);
        Answer anew = act(given.registrar, item, "registration", GivenInbox.water());

        assertThat(again.text("/number")).isEqualTo(first.text("/number"));
        anew.isProblem(412, "stale-version");
        assertThat(given.registrar.get("/cases").json().at("/items")).hasSize(1);
    }

    @Test
    void whatIsWrongIsToldAtOnceAndTheItemStillWaits() {
        Answer item = given.receive(arrived());
        Map<String, Object> wrong = GivenInbox.water();
        wrong.put("publicSubject", "Grävning av Anders Exempelsson, 19121212-1212");
        wrong.put("documentKeys", List.of("no_such"));
        wrong.put("parties", List.of(Map.of("kind", "person", "role", "applicant", "name", "Anders Exempelsson")));

        Answer refused = act(given.registrar, item, "registration", wrong).isProblem(422, "rule-broken");

        assertThat(refused.json().path("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder("not_an_option", "personal_number", "names_a_person");
        assertThat(given.registrar.get("/inbox-items/" + item.id()).text("/outcome"))
                .isEqualTo("waiting");
        given.register(item);
    }

    @Test
    void severalAreRegisteredTogetherAndOneThatFailsStopsNoneOfTheOthers() {
        Answer first = given.receive(arrived(Map.of("subject", "Första")));
        Answer taken = given.receive(arrived(Map.of("subject", "Tagen")));
        Answer person =
                given.receive(arrived(Map.of("subject", "Namnet", "senderKind", "person", "sender", "Arbete I")));
        Answer last = given.receive(arrived(Map.of("subject", "Sista")));
        act(given.registrar, taken, "outcome", Map.of("outcome", "trivial")).hasStatus(200);
        Map<String, Object> batch = Map.of(
                "items",
                List.of(one(first), one(taken), one(person), one(last)),
                "shared",
                Map.of("caseTypeKey", GivenInbox.WATER, "publicSubject", "Arbete i vatten", "recordTitle", "Anmälan"));
        Api once = given.registrar.with("Idempotency-Key", UUID.randomUUID().toString());

        Answer done = once.post("/inbox-registrations", batch).hasStatus(200);
        Answer again = once.post("/inbox-registrations", batch).hasStatus(200);

        assertThat(done.json().at("/registeredCount").asInt()).isEqualTo(2);
        assertThat(serial(done.text("/results/3/registered/number")))
                .as("no number is lost with those that failed")
                .isEqualTo(serial(done.text("/results/0/registered/number")) + 1);
        assertThat(done.text("/results/1/errors/0/code")).isEqualTo("stale_version");
        assertThat(done.text("/results/2/errors/0/code")).isEqualTo("names_a_person");
        assertThat(again.text("")).isEqualTo(done.text(""));
        assertThat(given.registrar.get("/cases").json().at("/items")).hasSize(2);
        assertThat(given.registrar.get("/inbox-items").json().at("/items").findValuesAsText("subject"))
                .containsExactly("Namnet");
    }

    private static Map<String, Object> one(Answer item) {
        return Map.of(
                "itemId", item.id(), "version", item.json().path("version").asLong());
    }

    private static int serial(String number) {
        return Integer.parseInt(number.split("-")[1]);
    }

    @Test
    void aLateLetterIsAddedToAClosedCaseWithoutOpeningIt() {
        Answer file = closedCase();
        Answer letter = given.receive(arrived(Map.of("channel", "post", "subject", "Ett brev till")));

        Answer linked = act(given.registrar, letter, "link", Map.of("caseId", file.id(), "title", "Brev efter avslut"))
                .hasStatus(200);

        assertThat(linked.json().at("/administrativeAddition").asBoolean()).isTrue();
        Answer after = given.registrar.get("/cases/" + file.id()).hasStatus(200);
        assertThat(after.text("/state")).isEqualTo("closed");
        assertThat(after.json().at("/records").findValuesAsText("title")).contains("Brev efter avslut");
        assertThat(given.registrar
                        .get("/cases/" + file.id() + "/events?limit=4")
                        .json()
                        .at("/items")
                        .findValuesAsText("activity"))
                .containsExactly("AdministrativeAddition", "RecordAdded", "ItemLinked", "ItemReceived");
    }

    @Test
    void aCaseThatOneMayNotKnowOfCannotBeLinkedTo() {
        Answer file = given.open(given.register(given.receive(arrived())));
        Given.Person elsewhere = given.authority.person(Role.OFFICER, given.animals);
        Answer theirs = elsewhere.api().post("/inbox-items", arrived()).hasStatus(201);

        act(elsewhere.api(), theirs, "link", Map.of("caseId", file.id(), "title", "Brev"))
                .isProblem(404, "not-found");
        act(elsewhere.api(), theirs, "link", Map.of("caseId", UUID.randomUUID(), "title", "Brev"))
                .isProblem(404, "not-found");
        assertThat(elsewhere.api().get("/inbox-items/" + theirs.id()).text("/outcome"))
                .isEqualTo("waiting");
    }

    private Answer closedCase() {
        Given.Person officer = given.authority.person(Role.OFFICER, given.water);
        Api manager = given.authority.person(Role.UNIT_MANAGER, given.water).api();
        Answer file = given.open(given.register(given.receive(arrived())));
        Answer assigned =
                caseAct(manager, file, "assignment", Map.of("unitId", given.water, "officerId", officer.id()));
        Answer started = caseAct(officer.api(), assigned, "start", null);
        return caseAct(officer.api(), started, "closing", Map.of("reason", "Anmälan återkallad."));
    }

    private static Answer caseAct(Api as, Answer file, String act, @org.jspecify.annotations.Nullable Object body) {
        return as.with("If-Match", file.etag())
                .post("/cases/" + file.id() + "/" + act, body)
                .hasStatus(200);
    }
}
