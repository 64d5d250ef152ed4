// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.malbild.cases.GivenCases.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** What nobody is responsible for waits in the order it should be taken, and who could take it is said with reasons. */
class QueuesTest {
    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenCases given = new GivenCases().types(GivenCases.ANIMALS);

    @Test
    void aQueueIsOrderedByStatutoryDateThenPriorityThenArrival() {
        String plain = registered();
        String late = registered();
        String urgent = registered();
        String byLaw = registered();
        arrived(late, TODAY.minusDays(1));
        arrived(plain, TODAY.minusDays(9));
        statutory(byLaw, TODAY.plusDays(40));
        priority(urgent, 1, "Fara för vattentäkt.").hasStatus(204);

        assertThat(queue("")).containsExactly(byLaw, urgent, plain, late);

        List<String> paged = new ArrayList<>();
        String next = "";
        for (int page = 0; page < 4; page++) {
            Answer answer = given.officer
                    .api()
                    .get("/case-queues/" + given.water + "/cases?limit=1&caseType=" + GivenCases.WATER + next)
                    .hasStatus(200);
            paged.addAll(answer.json().at("/items").findValuesAsText("id"));
            next = "&cursor=" + answer.text("/next");
        }
        assertThat(paged).containsExactly(byLaw, urgent, plain, late);
    }

    @Test
    void theQueuesAreCountedAsFarAsTheReaderMaySee() {
        registered();
        String overdue = registered();
        statutory(overdue, TODAY.minusDays(1));
        given.register(GivenCases.item(GivenCases.ANIMALS));

        JsonNode mine =
                given.officer.api().get("/case-queues").hasStatus(200).json().at("/items");

        assertThat(mine).hasSize(1);
        assertThat(mine.at("/0/caseTypeKey").asText()).isEqualTo(GivenCases.WATER);
        assertThat(mine.at("/0/count").asInt()).isEqualTo(2);
        assertThat(mine.at("/0/countExact").asBoolean()).isTrue();
        assertThat(mine.at("/0/overdueCount").asInt()).isEqualTo(1);
        // A restricted case waits in the other unit: its officers, to whom it is not assigned, know of no queue there.
        assertThat(given.authority
                        .person(Role.OFFICER, given.animals)
                        .api()
                        .get("/case-queues")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(given.registrar.api().get("/case-queues").json().at("/items"))
                .hasSize(2);
    }

    @Test
    void whatIsAssignedLeavesTheQueue() {
        Answer file = given.register(GivenCases.wholeItem());
        act(given.manager.api(), file, "assignment", Map.of("unitId", given.water, "officerId", given.officer.id()))
                .hasStatus(200);

        assertThat(queue("")).isEmpty();
        assertThat(given.officer.api().get("/case-queues").json().at("/items")).isEmpty();
    }

    @Test
    void aPriorityNeedsAReasonAndIsAnEvent() {
        String file = registered();

        priority(file, 1, null).isProblem(422, "rule-broken").pointsAt("/reason");
        priority(file, 1, "Fara för vattentäkt.").hasStatus(204);

        JsonNode event =
                given.officer.api().get("/cases/" + file + "/events").json().at("/items/0");
        assertThat(event.at("/activity").asText()).isEqualTo("PriorityChanged");
        assertThat(event.at("/details/to").asInt()).isEqualTo(1);
        assertThat(event.at("/reason").asText()).isEqualTo("Fara för vattentäkt.");
        priority(file, 1, "Igen.").isProblem(409, "conflict");
        given.officer
                .api()
                .with("If-Match", "\"2\"")
                .post("/cases/" + file + "/priority", Map.of("priority", 2))
                .isProblem(403, "not-permitted");
    }

    @Test
    void theStatutoryDateIsKeptWithTheDeadlines() {
        Map<String, Object> item = GivenCases.item("strandskydd-overprovning");
        given.types("strandskydd-overprovning");
        UUID nature = given.authority.unit("NAT");
        item.put("subject", "Brygga vid Lillsjön");
        String file = given.register(item).id();

        JsonNode shown = given.registrar
                .api()
                .get("/case-queues/" + nature + "/cases")
                .hasStatus(200)
                .json()
                .at("/items/0");

        assertThat(shown.at("/id").asText()).isEqualTo(file);
        JsonNode deadlines = given.registrar.api().get("/cases/" + file).json().at("/deadlines");
        List<String> byStatute = new ArrayList<>();
        deadlines.forEach(each -> {
            if (each.at("/clock").asText().equals("statutory")
                    && each.at("/state").asText().equals("open")
                    && !each.at("/kind").asText().startsWith("fl1")) {
                byStatute.add(each.at("/dueDate").asText());
            }
        });
        assertThat(byStatute).isNotEmpty();
        assertThat(shown.at("/statutoryDue").asText())
                .isEqualTo(byStatute.stream().min(String::compareTo).orElseThrow());
    }

    @Test
    void aSuggestionPutsTheCompetentAndLessLoadedFirstAndSaysWhy() {
        Given.Person skilled = given.authority.another(Role.OFFICER, given.water);
        Given.Person free = given.authority.another(Role.OFFICER, given.water);
        given.manager
                .api()
                .post("/case-officers/" + skilled.id() + "/competences", Map.of("items", List.of("arbeten i vatten")))
                .hasStatus(200);
        given.underWay();
        String file = registered();

        Answer answer = given.manager
                .api()
                .get("/cases/" + file + "/officer-suggestions")
                .hasStatus(200);

        assertThat(answer.text("/rule/competence")).isEqualTo("arbeten i vatten");
        List<String> order = new ArrayList<>();
        answer.json().at("/items").forEach(each -> order.add(each.at("/user/id").asText()));
        assertThat(order)
                .containsExactly(
                        skilled.id().toString(),
                        free.id().toString(),
                        given.officer.id().toString());
        assertThat(answer.text("/items/0/explanation/sv"))
                .isEqualTo("Har kompetensen arbeten i vatten. Inga öppna ärenden.");
        // Weight 3 and, of the type's required steps, refer … close remain once the officer has begun.
        assertThat(answer.json().at("/items/2/openCases").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/items/2/load").asInt()).isEqualTo(3 * 6);
        assertThat(answer.text("/items/2/explanation/sv")).contains("1 öppet ärende, belastning 18.");
    }

    @Test
    void onlyAManagerOfTheUnitSaysWhatSomebodyIsCompetentIn() {
        Map<String, Object> wanted = Map.of("items", List.of("vattenuttag"));
        String path = "/case-officers/" + given.officer.id() + "/competences";

        given.officer.api().post(path, wanted).isProblem(403, "not-permitted");
        given.authority
                .person(Role.UNIT_MANAGER, given.animals)
                .api()
                .post(path, wanted)
                .isProblem(404, "not-found");
        assertThat(given.manager.api().post(path, wanted).hasStatus(200).text("/items/0"))
                .isEqualTo("vattenuttag");
    }

    @Test
    void savedFiltersAreOnesOwn() {
        Api mine = given.officer.api();
        String id = mine.post("/case-filters", Map.of("name", "Försenade", "search", "sort=due&openOnly=true"))
                .hasStatus(201)
                .id();
        mine.post("/case-filters", Map.of("name", "försenade", "search", "sort=due"))
                .hasStatus(201);

        assertThat(mine.get("/case-filters").hasStatus(200).json().at("/items")).hasSize(1);
        assertThat(mine.get("/case-filters").text("/items/0/search")).isEqualTo("sort=due");
        given.manager.api().send("DELETE", "/case-filters/" + id, null).isProblem(404, "not-found");
        mine.send("DELETE", "/case-filters/" + id, null).hasStatus(204);
        assertThat(mine.get("/case-filters").json().at("/items")).isEmpty();
    }

    private String registered() {
        return given.register(GivenCases.wholeItem()).id();
    }

    private Answer priority(String file, int priority, @Nullable String reason) {
        return act(
                given.manager.api(),
                given.manager.api().get("/cases/" + file),
                "priority",
                reason == null ? Map.of("priority", priority) : Map.of("priority", priority, "reason", reason));
    }

    private List<String> queue(String query) {
        return given
                .officer
                .api()
                .get("/case-queues/" + given.water + "/cases" + query)
                .hasStatus(200)
                .json()
                .at("/items")
                .findValuesAsText("id")
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static void arrived(String file, LocalDate day) {
        set(file, "arrival_date", day);
    }

    private static void statutory(String file, LocalDate day) {
        set(file, "statutory_due", day);
    }

    private static void set(String file, String column, LocalDate day) {
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("UPDATE cases SET " + column + " = :day WHERE id = :id")
                        .bind("day", day)
                        .bind("id", UUID.fromString(file))
                        .execute());
    }
}
