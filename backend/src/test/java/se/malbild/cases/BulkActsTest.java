// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** An act on many cases: frozen selection, the same guards as for one, a result for each, and never twice. */
class BulkActsTest {
    private final GivenCases given = new GivenCases().types(GivenCases.ANIMALS);
    private final Api manager = given.manager.api();

    @Test
    void eachCaseIsAssignedUnderTheGuardsOfOneAndTheRestGoOnPastARefusal() {
        String first = registered();
        String second = registered();
        Answer taken = given.underWay();
        String selection = select(first, taken.id(), second);
        Map<String, Object> command = assign();

        Answer preview = manager.post("/case-selections/" + selection + "/previews", command)
                .hasStatus(200);
        assertThat(preview.json().at("/possible").asInt()).isEqualTo(2);
        assertThat(preview.text("/items/1/reason/sv")).contains("redan fördelat");
        assertThat(activities(first)).doesNotContain("CaseAssigned");

        Answer done = finished(manager, selection, command);

        assertThat(done.json().at("/done").asInt()).isEqualTo(2);
        assertThat(done.json().at("/refused").asInt()).isEqualTo(1);
        JsonNode items =
                manager.get("/case-bulk-acts/" + done.id() + "/items").json().at("/items");
        assertThat(items.findValuesAsText("outcome")).containsExactly("done", "refused", "done");
        assertThat(items.at("/0/number").asText()).isNotEmpty();
        assertThat(activities(first)).contains("CaseAssigned");
        given.officer.api().get("/case-bulk-acts/" + done.id()).isProblem(404, "not-found");
    }

    @Test
    void aSelectionByFilterIsFrozenWhenItIsMade() {
        String before = registered();
        String selection = manager.post(
                        "/case-selections",
                        Map.of("filter", Map.of("state", List.of("registered"), "unit", given.water)))
                .hasStatus(201)
                .id();
        String after = registered();

        finished(manager, selection, priority());

        assertThat(activities(before)).contains("PriorityChanged");
        assertThat(activities(after)).doesNotContain("PriorityChanged");
    }

    @Test
    void whatIsRunAgainAfterAStopIsNotDoneTwice() {
        String file = registered();
        Map<String, Object> remind = Map.of("act", "remind", "reason", "Sista dagen är på fredag.");
        act(
                        manager,
                        given.officer.api().get("/cases/" + file),
                        "assignment",
                        Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);
        Answer done = finished(manager, select(file), remind);

        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE jobs SET state = 'queued', finished_at = NULL, result = NULL WHERE id = :id")
                        .bind("id", UUID.fromString(done.text("/jobId")))
                        .execute());
        over(manager, done.text("/jobId"));

        assertThat(activities(file).stream().filter("OfficerReminded"::equals)).hasSize(1);
        Answer notices = given.officer.api().get("/case-notices").hasStatus(200);
        assertThat(notices.json().at("/items")).hasSize(1);
        assertThat(notices.text("/items/0/text")).isEqualTo("Sista dagen är på fredag.");
        given.officer
                .api()
                .post("/case-notices/" + notices.text("/items/0/id") + "/reading", null)
                .hasStatus(204);
        assertThat(given.officer.api().get("/case-notices").json().at("/items")).isEmpty();
    }

    @Test
    void onlyCasesThePersonSeesWhenTheirTurnComesAreReached() {
        String file = registered();
        Answer other = given.register(GivenCases.item(GivenCases.ANIMALS));
        String selection = select(file);
        assertThat(manager.post("/case-selections", Map.of("caseIds", List.of(other.id())))
                        .json()
                        .at("/count")
                        .asInt())
                .isZero();
        act(given.registrar.api(), given.registrar.api().get("/cases/" + file), "assignment", moved())
                .hasStatus(200);

        Answer done = finished(manager, selection, priority());

        assertThat(done.json().at("/refused").asInt()).isEqualTo(1);
        JsonNode item =
                manager.get("/case-bulk-acts/" + done.id() + "/items").json().at("/items/0");
        assertThat(item.has("number")).isFalse();
        assertThat(activities(given.registrar.api(), file)).doesNotContain("PriorityChanged");
    }

    @Test
    void aReorganisationMovesEachCaseOnceAndHistoryKeepsTheOldUnit() {
        String waiting = registered();
        String begun = given.underWay().id();
        String selection = manager.post(
                        "/case-selections", Map.of("filter", Map.of("openOnly", true, "unit", given.water)))
                .hasStatus(201)
                .id();
        Map<String, Object> command =
                Map.of("act", "hand_over", "unitId", given.animals, "reason", "Enheterna slås ihop.");

        Answer first = finished(manager, selection, command);
        Answer again = finished(manager, selection, command);

        assertThat(first.json().at("/done").asInt()).isEqualTo(2);
        assertThat(again.json().at("/refused").asInt()).isEqualTo(2);
        Api registry = given.registrar.api();
        for (String file : List.of(waiting, begun)) {
            assertThat(activities(registry, file).stream().filter("CaseHandedOver"::equals))
                    .hasSize(1);
            assertThat(registry.get("/cases/" + file + "/events").text("/items/0/details/fromUnit"))
                    .isEqualTo(given.water.toString());
            assertThat(registry.get("/cases/" + file).text("/unitId")).isEqualTo(given.animals.toString());
        }
        assertThat(registry.get("/case-queues/" + given.animals + "/cases")
                        .json()
                        .at("/items"))
                .hasSize(2);
        manager.post("/case-selections/" + selection + "/acts", Map.of("act", "hand_over"))
                .isProblem(422, "rule-broken")
                .pointsAt("/unitId");
    }

    @Test
    void anOfficerWithoutTheRightIsRefusedBeforeAnythingIsQueued() {
        String selection = given.decider
                .api()
                .post("/case-selections", Map.of("caseIds", List.of(registered())))
                .hasStatus(201)
                .id();

        given.decider
                .api()
                .post("/case-selections/" + selection + "/acts", priority())
                .isProblem(403, "not-permitted");
        manager.post("/case-selections/" + selection + "/acts", priority()).isProblem(404, "not-found");
        manager.post("/case-selections/" + select(registered()) + "/acts", Map.of("act", "assign"))
                .isProblem(422, "rule-broken")
                .pointsAt("/officerId");
    }

    private Map<String, Object> moved() {
        Given.Person elsewhere = given.authority.person(Role.OFFICER, given.animals);
        return Map.of("unitId", given.animals, "officerId", elsewhere.id(), "reason", "Fel enhet.");
    }

    private Map<String, Object> assign() {
        Map<String, Object> command = new HashMap<>();
        command.put("act", "assign");
        command.put("officerId", given.officer.id());
        command.put("reason", "Jämnare fördelning.");
        return command;
    }

    private static Map<String, Object> priority() {
        return Map.of("act", "set_priority", "priority", 1, "reason", "Fara för vattentäkt.");
    }

    private String registered() {
        return given.register(GivenCases.wholeItem()).id();
    }

    private String select(String... files) {
        return manager.post("/case-selections", Map.of("caseIds", List.of(files)))
                .hasStatus(201)
                .id();
    }

    private static Answer finished(Api as, String selection, Map<String, Object> command) {
        Answer begun =
                as.post("/case-selections/" + selection + "/acts", command).hasStatus(202);
        over(as, begun.text("/jobId"));
        return as.get("/case-bulk-acts/" + begun.id()).hasStatus(200);
    }

    private static void over(Api as, String job) {
        for (int i = 0; i < 400; i++) {
            String state = as.get("/jobs/" + job).text("/state");
            if (state.equals("done")) {
                return;
            }
            if (state.equals("failed") || state.equals("cancelled")) {
                fail(as.get("/jobs/" + job).text());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        fail("the job was not done in time");
    }

    private List<String> activities(String file) {
        return activities(manager, file);
    }

    private static List<String> activities(Api as, String file) {
        List<String> found = new ArrayList<>();
        as.get("/cases/" + file + "/events?limit=100")
                .json()
                .at("/items")
                .forEach(each -> found.add(each.at("/activity").asText()));
        return found;
    }
}
