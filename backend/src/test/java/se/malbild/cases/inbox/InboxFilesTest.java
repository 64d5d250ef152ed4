// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.ClamdStandIn;
import se.malbild.testing.GivenUpload;

/** Files that come with what is received, and what becomes of them. */
class InboxFilesTest {
    private final GivenInbox given = new GivenInbox();

    @Test
    void becomeRecordsOfTheCase() {
        Answer item =
                received(uploaded("anmalan.txt", "Jag anmäler grävning."), uploaded("karta_over_platsen.txt", "Här."));
        assertThat(item.json().at("/files").findValuesAsText("fileName"))
                .containsExactly("anmalan.txt", "karta_over_platsen.txt");
        item = scanned(item);
        assertThat(content(item, "/files/0/id").hasStatus(200).text()).isEqualTo("Jag anmäler grävning.");

        Answer registered = given.register(item);

        List<JsonNode> records = records(registered.text("/caseId"));
        assertThat(records).hasSize(2);
        assertThat(records.get(0).path("title").asText()).isEqualTo("Anmälan");
        assertThat(records.get(0).at("/files/0/fileName").asText()).isEqualTo("anmalan.txt");
        assertThat(records.get(0).at("/files/0/scanState").asText()).isEqualTo("clean");
        assertThat(records.get(1).path("title").asText()).isEqualTo("karta over platsen");
        assertThat(records.get(1).path("direction").asText()).isEqualTo("in");
        assertThat(records.get(1).path("date").asText()).isEqualTo(item.text("/arrivalDate"));
        assertThat(events(registered.text("/caseId"))).containsSequence("VersionAdded");
        content(item, "/files/0/id").isProblem(404, "not-found");
        assertThat(given.registrar
                        .get("/inbox-items/" + item.id())
                        .hasStatus(200)
                        .json()
                        .at("/files"))
                .isEmpty();
    }

    @Test
    void areAddedToTheCaseTheItemIsLinkedTo() {
        Answer first = given.register(given.receive(GivenInbox.arrived()));
        Answer item = received(uploaded("komplettering.txt", "En"), uploaded("bilaga.txt", "Två"));

        GivenInbox.act(given.registrar, item, "link", Map.of("caseId", first.text("/caseId"), "title", "Komplettering"))
                .hasStatus(200);

        assertThat(records(first.text("/caseId")).stream()
                        .map(each -> each.path("title").asText() + ": "
                                + each.at("/files/0/fileName").asText()))
                .containsExactly("Anmälan: ", "Komplettering: komplettering.txt", "bilaga: bilaga.txt");
        assertThat(events(first.text("/caseId")).stream().filter("ItemLinked"::equals))
                .as("the item is linked once, whatever came with it")
                .hasSize(1);
    }

    @Test
    void stayWithheldInTheCaseWhenTheyWereInTheInbox() {
        Answer item = received(
                uploaded("rakning.pdf", "<html><script>alert(1)</script></html>"),
                uploaded("prov.txt", ClamdStandIn.EICAR));
        item = scanned(item);
        assertThat(item.text("/files/0/quarantine")).isEqualTo("disguised");
        assertThat(item.text("/files/1/scanState")).isEqualTo("infected");
        assertThat(item.json().at("/files").findValuesAsText("downloadable")).containsOnly("false");
        content(item, "/files/0/id").isProblem(409, "conflict");
        content(item, "/files/1/id").isProblem(409, "conflict");

        List<JsonNode> records = records(given.register(item).text("/caseId"));

        assertThat(records.get(0).at("/files/0/quarantine").asText()).isEqualTo("disguised");
        assertThat(records.get(1).at("/files/0/scanState").asText()).isEqualTo("infected");
        assertThat(records.get(1).at("/files/0/downloadable").asBoolean()).isFalse();
    }

    @Test
    void areTheReceiversOwnWholeAndUsedOnce() {
        String upload = uploaded("anmalan.txt", "Jag anmäler grävning.");
        Api colleague = given.authority
                .another(Role.REGISTRAR, given.authority.rootUnit())
                .api();
        colleague
                .post("/inbox-items", withFiles(upload))
                .isProblem(422, "rule-broken")
                .pointsAt("/uploadIds/0");
        given.receive(withFiles(upload));

        given.registrar
                .post("/inbox-items", withFiles(upload))
                .isProblem(422, "rule-broken")
                .pointsAt("/uploadIds/0");
        assertThat(given.registrar
                        .get("/inbox-items")
                        .json()
                        .at("/waitingCount")
                        .asInt())
                .as("what is refused is not received")
                .isEqualTo(1);
    }

    @Test
    void areReadOnlyByWhoReceivesForTheUnit() {
        Answer item = given.receive(withUnit(uploaded("anmalan.txt", "Jag anmäler grävning.")));
        String path = "/inbox-items/" + item.id() + "/files/" + item.text("/files/0/id") + "/content";

        given.authority.as(Role.AUDITOR).get(path).isProblem(403, "not-permitted");
        given.authority.person(Role.OFFICER, given.animals).api().get(path).isProblem(404, "not-found");
        given.registrar
                .get("/inbox-items/" + item.id() + "/files/" + UUID.randomUUID() + "/content")
                .isProblem(404, "not-found");
    }

    private Map<String, Object> withUnit(String upload) {
        Map<String, Object> item = withFiles(upload);
        item.put("unitId", given.water);
        return item;
    }

    private static Map<String, Object> withFiles(String... uploads) {
        return GivenInbox.arrived(new HashMap<>(Map.of("uploadIds", List.of(uploads))));
    }

    private Answer received(String... uploads) {
        return given.receive(withFiles(uploads));
    }

    private String uploaded(String name, String content) {
        return GivenUpload.of(given.registrar, name, content);
    }

    private Answer scanned(Answer item) {
        return GivenUpload.scanned(given.registrar, "/inbox-items/" + item.id());
    }

    private Answer content(Answer item, String file) {
        return given.registrar.get("/inbox-items/" + item.id() + "/files/" + item.text(file) + "/content");
    }

    private List<JsonNode> records(String caseId) {
        JsonNode page = given.registrar
                .get("/cases/" + caseId + "/records")
                .hasStatus(200)
                .json()
                .at("/items");
        List<JsonNode> oldestFirst = new java.util.ArrayList<>();
        page.forEach(oldestFirst::addFirst);
        return oldestFirst;
    }

    private List<String> events(String caseId) {
        return given.registrar
                .get("/cases/" + caseId + "/events?limit=100")
                .json()
                .findValuesAsText("activity");
    }
}
