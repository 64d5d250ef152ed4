// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** The authority's own cases are a log like any other, and each reader's figures count what that reader may count. */
class OwnCasesAsALogTest {
    private final GivenCases given = new GivenCases();
    private final Api executive = given.authority.as(Role.EXECUTIVE);

    private static String own(Api reader) {
        Answer logs = reader.get("/event-logs").hasStatus(200);
        assertThat(logs.text("/items/0/kind")).isEqualTo("own");
        return "/event-logs/" + logs.text("/items/0/id");
    }

    /** Asks until the figure is there; events are published after commit and read within seconds. */
    private static Answer until(Api reader, String path, String pointer, String wanted) {
        long limit = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        Answer seen = reader.get(path).hasStatus(200);
        while (!seen.text(pointer).equals(wanted) && System.nanoTime() < limit) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            seen = reader.get(path).hasStatus(200);
        }
        assertThat(seen.text(pointer)).as(path + " " + pointer).isEqualTo(wanted);
        return seen;
    }

    private Answer closed() {
        Answer file = act(given.officer.api(), given.underWay(), "decisions", given.proposal())
                .hasStatus(201);
        String decision = file.text("/decisions/0/id");
        given.decider
                .api()
                .post("/sessions/current/confirmation", Map.of("currentPassword", Given.PASSWORD))
                .hasStatus(204);
        file = act(given.decider.api(), file, "decisions/" + decision + "/signature", null)
                .hasStatus(200);
        file = act(given.officer.api(), file, "decisions/" + decision + "/dispatch", Map.of("channel", "email"))
                .hasStatus(200);
        return act(given.officer.api(), file, "closing", Map.of()).hasStatus(200);
    }

    @Test
    void aCaseRegisteredAndClosedByTheApiShowsItsEventsWithinSeconds() {
        String log = own(executive);
        until(executive, log + "/process-map", "/selection/caseCount", "0");

        String id = closed().id();

        Answer map = until(executive, log + "/process-map?closedOnly=true", "/selection/caseCount", "1");
        assertThat(map.json().at("/activities").findValuesAsText("name"))
                .contains(
                        "ItemReceived",
                        "CaseRegistered",
                        "CaseAssigned",
                        "HandlingStarted",
                        "DecisionProposed",
                        "DecisionSigned",
                        "DecisionDispatched",
                        "CaseClosed");
        assertThat(map.json().at("/activities").findValuesAsText("eventClass"))
                .contains("receive", "register", "allocate", "work", "draft", "decide", "dispatch_digital", "close");
        Answer cases = executive.get(log + "/cases").hasStatus(200);
        assertThat(cases.text("/items/0/caseId")).isEqualTo(id);
        Answer line =
                executive.get(log + "/cases/" + cases.text("/items/0/key")).hasStatus(200);
        assertThat(line.json().at("/events").findValuesAsText("activity"))
                .startsWith("ItemReceived")
                .endsWith("CaseClosed");
        assertThat(line.text()).doesNotContain(given.officer.id().toString()).doesNotContain("Prov officer");
        assertThat(executive.get(log + "/filter-values").text("/attributes/0/values/0/label/sv"))
                .isNotEmpty();
    }

    @Test
    void indicatorsAreMeasuredOnOwnCasesByTheirFixedMapping() {
        closed();
        String log = own(executive);
        until(executive, log + "/process-map?closedOnly=true", "/selection/caseCount", "1");

        JsonNode items =
                executive.get(log + "/indicators").hasStatus(200).json().at("/items");

        assertThat(find(items, "I01").path("value").asDouble()).as("e-service").isEqualTo(1);
        assertThat(find(items, "I08").path("value").asDouble()).isEqualTo(1);
        assertThat(find(items, "I24").path("value").asDouble())
                .as("dispatched by e-mail")
                .isEqualTo(1);
        assertThat(find(items, "I19").at("/notMeasured/classes/0").asText()).isEqualTo("reentry");
        executive
                .with("If-Match", "\"0\"")
                .send("PUT", log + "/mapping", "{\"activities\":[],\"endActivities\":[]}")
                .isProblem(403, "not-permitted");
        given.authority
                .as(Role.BUSINESS_DEVELOPER)
                .put(log + "/mapping", "\"0\"", "{\"activities\":[],\"endActivities\":[]}")
                .isProblem(409, "conflict");
    }

    private static JsonNode find(JsonNode items, String code) {
        for (JsonNode each : items) {
            if (each.path("code").asText().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no indicator " + code);
    }

    @Test
    void theDeveloperWorksWithPseudonymsAndTheManagerWithTheOwnUnit() {
        String id = given.underWay().id();
        Api developer = given.authority.as(Role.BUSINESS_DEVELOPER);
        String log = own(developer);

        Answer cases = until(developer, log + "/cases", "/selection/caseCount", "1");
        assertThat(cases.text()).doesNotContain(id);
        assertThat(cases.json().at("/items/0").has("caseId")).isFalse();
        assertThat(cases.text("/items/0/label")).startsWith("Ä-");
        assertThat(until(given.manager.api(), log + "/cases", "/selection/caseCount", "1")
                        .text("/items/0/caseId"))
                .isEqualTo(id);
        Api elsewhere = given.authority.person(Role.UNIT_MANAGER, given.animals).api();
        until(elsewhere, log + "/cases", "/selection/totalCases", "0");
        elsewhere.get(log + "/cases/" + cases.text("/items/0/key")).isProblem(404, "not-found");
        Given.anAuthority().as(Role.BUSINESS_DEVELOPER).get(log + "/cases").isProblem(404, "not-found");
    }

    @Test
    void anOfficerReachesTheOwnCasesAndNoOthers() {
        String mine = given.underWay().id();
        given.register(GivenCases.wholeItem());
        String log = own(executive);
        until(executive, log + "/cases", "/selection/caseCount", "2");

        Answer cases = until(given.officer.api(), log + "/cases", "/selection/caseCount", "1");

        assertThat(cases.text("/items/0/caseId")).isEqualTo(mine);
        given.officer.api().get(log + "/figures").isProblem(422, "rule-broken");
    }

    @Test
    void aSecretCaseIsCountedOnlyForThoseWhoMayOpenIt() {
        Answer file = given.underWay();
        given.register(GivenCases.wholeItem());
        String log = own(executive);
        until(executive, log + "/process-map", "/selection/caseCount", "2");

        TestService.bean(Jdbi.class)
                .useHandle(
                        handle -> handle.execute("UPDATE cases SET secrecy_level = 'secret' WHERE id = ?", file.id()));
        act(
                        given.officer.api(),
                        given.officer.api().get("/cases/" + file.id()).hasStatus(200),
                        "notes",
                        Map.of("text", "Uppgifter om hälsa.", "addsFacts", false))
                .hasStatus(201);

        until(executive, log + "/process-map", "/selection/totalCases", "1");
        for (String what : List.of("/cases", "/variants", "/filter-values", "/figures", "/months")) {
            assertThat(executive.get(log + what).hasStatus(200).text("/selection/totalCases"))
                    .isEqualTo("1");
        }
        assertThat(until(given.officer.api(), log + "/cases", "/selection/caseCount", "1")
                        .text("/items/0/caseId"))
                .isEqualTo(file.id());
    }
}
