// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** What is put on the roadmap, by whom it is changed, and what freezes when it is started. */
class RoadmapTest {
    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();

    @Test
    void aRecommendationBringsItsThreeFirstStepsAndItsIndicators() {
        UUID id = given.decided(Map.of("AP4", 2));

        Answer item = developer.post("/roadmap-items", given.item(id, "R02")).hasStatus(201);

        assertThat(item.json().at("/tasks")).hasSize(3);
        assertThat(item.json().at("/successFactors")).hasSize(2);
        assertThat(item.text("/indicators/0/indicator")).isEqualTo("I10");
        assertThat(item.json().at("/own").asBoolean()).isFalse();
        assertThat(item.text("/unitId")).isEqualTo(given.water.toString());
        assertThat(item.text("/startQuarter")).matches("\\d{4}-Q[1-4]");
        assertThat(item.json().at("/baseline")).isEmpty();
        developer.post("/roadmap-items", given.item(id, "R02")).isProblem(409, "conflict");
    }

    @Test
    void onesOwnWordsAreAnItemToo() {
        Map<String, Object> wanted = own("Inför gemensam jour för frågor om vatten");
        wanted.put("tasks", List.of("Bestäm tider", "Berätta för alla"));
        wanted.put("criteria", List.of("LS5"));

        Answer item = developer.post("/roadmap-items", wanted).hasStatus(201);

        assertThat(item.json().at("/own").asBoolean()).isTrue();
        assertThat(item.json().at("/tasks")).hasSize(2);
        assertThat(item.text("/criteria/0/criterion")).isEqualTo("LS5");
        assertThat(item.text("/unitId")).isEqualTo(given.authority.rootUnit().toString());
    }

    @Test
    void eitherARecommendationOrATitleAndSoundDates() {
        Map<String, Object> both = own("En egen åtgärd");
        both.put("recommendation", "R01");
        developer.post("/roadmap-items", both).isProblem(422, "rule-broken").pointsAt("/title");
        Map<String, Object> wrong = own("En egen åtgärd");
        wrong.put("endDate", LocalDate.now(Units.STOCKHOLM).minusDays(1).toString());
        wrong.put("ownerId", UUID.randomUUID());
        wrong.put("criteria", List.of("XX1"));
        wrong.put("indicators", List.of(Map.of("indicator", "I99", "change", "up")));
        wrong.put("assessmentId", UUID.randomUUID());

        developer
                .post("/roadmap-items", wrong)
                .isProblem(422, "rule-broken")
                .pointsAt("/endDate")
                .pointsAt("/ownerId")
                .pointsAt("/criteria/0")
                .pointsAt("/indicators/0/indicator")
                .pointsAt("/assessmentId");
    }

    @Test
    void theStatesFollowEachOtherAndTheBaselineIsFrozenAtTheStart() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer item = developer.post("/roadmap-items", given.item(id, "R02")).hasStatus(201);
        String path = "/roadmap-items/" + item.id();
        developer
                .with("If-Match", "\"1\"")
                .post(path + "/completion", Map.of("note", "Inte påbörjad ännu."))
                .isProblem(409, "conflict");
        developer
                .with("If-Match", "\"1\"")
                .post(path + "/start", Map.of("eventLogId", UUID.randomUUID()))
                .isProblem(422, "rule-broken")
                .pointsAt("/eventLogId");

        Answer started = developer
                .with("If-Match", "\"1\"")
                .post(path + "/start", Map.of())
                .hasStatus(200);

        assertThat(started.text("/state")).isEqualTo("started");
        assertThat(started.text("/baseline/0/indicator")).isEqualTo("I10");
        assertThat(started.text("/baseline/0/state")).isEqualTo("no_log");
        Map<String, Object> change = change(started);
        change.put("startDate", LocalDate.now(Units.STOCKHOLM).plusDays(20).toString());
        developer
                .put(path, started.etag(), change)
                .isProblem(422, "rule-broken")
                .pointsAt("/startDate");
        Answer ticked = developer.put(path, started.etag(), change(started)).hasStatus(200);
        assertThat(ticked.json().at("/tasks/1/done").asBoolean()).isTrue();
        assertThat(ticked.json().at("/baseline")).isEqualTo(started.json().at("/baseline"));
        Answer done = developer
                .with("If-Match", ticked.etag())
                .post(path + "/completion", Map.of("note", "Flödet hänger på väggen."))
                .hasStatus(200);
        assertThat(done.text("/state")).isEqualTo("done");
        developer.put(path, done.etag(), change(done)).isProblem(409, "conflict");
        developer
                .with("If-Match", done.etag())
                .post(path + "/drop", Map.of("reason", "Behövs inte mer."))
                .isProblem(409, "conflict");
    }

    @Test
    void tasksAreTickedMovedAndWrittenAnew() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer item = developer.post("/roadmap-items", given.item(id, "R02")).hasStatus(201);
        String path = "/roadmap-items/" + item.id();
        Map<String, Object> change = change(item);
        change.put(
                "tasks", List.of(Map.of("text", "Boka ett rum", "done", true), Map.of("position", 2, "done", false)));

        Answer changed = developer.put(path, item.etag(), change).hasStatus(200);

        assertThat(changed.json().at("/tasks")).hasSize(2);
        assertThat(changed.text("/tasks/0/text/sv")).isEqualTo("Boka ett rum");
        assertThat(changed.json().at("/tasks/1/text")).isEqualTo(item.json().at("/tasks/2/text"));
        change.put("tasks", List.of(Map.of("position", 7, "done", true), Map.of("done", true)));
        developer
                .put(path, changed.etag(), change)
                .isProblem(422, "rule-broken")
                .pointsAt("/tasks/0/position")
                .pointsAt("/tasks/1");
        change.put("tasks", List.of());
        change.put("successFactorsMet", List.of());
        developer
                .put(path, changed.etag(), change)
                .isProblem(422, "rule-broken")
                .pointsAt("/successFactorsMet");
    }

    @Test
    void anOwnerChangesOnesOwnAndNobodyElsesAndPutsNothingNewThere() {
        UUID id = given.decided(Map.of("AP4", 2));
        Given.Person officer = given.authority.person(Role.OFFICER, given.water);
        Map<String, Object> wanted = given.item(id, "R02");
        wanted.put("ownerId", officer.id());
        Answer own = developer.post("/roadmap-items", wanted).hasStatus(201);
        Answer others = developer.post("/roadmap-items", given.item(id, "R01")).hasStatus(201);

        Answer seen = officer.api().get("/roadmap-items/" + others.id()).hasStatus(200);
        assertThat(seen.json().at("/mayEdit").asBoolean()).isFalse();
        officer.api()
                .put("/roadmap-items/" + others.id(), others.etag(), change(others))
                .isProblem(403, "not-permitted");
        officer.api().post("/roadmap-items", given.item(id, "R07")).isProblem(403, "not-permitted");
        officer.api().put("/roadmap-items/" + own.id(), own.etag(), change(own)).hasStatus(200);
        assertThat(officer.api()
                        .get("/roadmap-items?mine=true")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(own.id());
        assertThat(officer.api().get("/roadmap-items?mine=true").json().at("/items"))
                .hasSize(1);
    }

    @Test
    void whatIsOutsideOnesUnitDoesNotExistAndIsInNoList() {
        UUID id = given.decided(Map.of("AP4", 2));
        Answer item = developer.post("/roadmap-items", given.item(id, "R02")).hasStatus(201);
        Given.Person elsewhere = given.authority.person(Role.UNIT_MANAGER, given.authority.unit("DJU"));
        Api stranger = new GivenAssessments().developer.api();

        for (Api api : List.of(elsewhere.api(), stranger)) {
            api.get("/roadmap-items/" + item.id()).isProblem(404, "not-found");
            api.with("If-Match", "\"1\"")
                    .post("/roadmap-items/" + item.id() + "/start", Map.of())
                    .isProblem(404, "not-found");
            assertThat(api.get("/roadmap-items").json().at("/items")).isEmpty();
        }
        Map<String, Object> wanted = own("Något i en annan enhet");
        wanted.put("unitId", given.water);
        elsewhere.api().post("/roadmap-items", wanted).isProblem(404, "not-found");
    }

    @Test
    void theRoadmapIsReadPageByPageByFirstDayAndByPeriod() {
        for (int n = 0; n < 5; n++) {
            Map<String, Object> wanted = own("Åtgärd nummer " + n);
            wanted.put("startDate", LocalDate.of(2027, 1 + 2 * n, 1).toString());
            wanted.put("endDate", LocalDate.of(2027, 2 + 2 * n, 15).toString());
            developer.post("/roadmap-items", wanted).hasStatus(201);
        }

        List<String> starts = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = developer.get("/roadmap-items?limit=2" + next).hasStatus(200);
            page.json()
                    .at("/items")
                    .forEach(each -> starts.add(each.path("startDate").asText()));
            next = page.json().has("next") ? "&cursor=" + page.text("/next") : null;
        }

        assertThat(starts).hasSize(5).isSorted().doesNotHaveDuplicates();
        List<String> spring = new ArrayList<>();
        developer
                .get("/roadmap-items?from=2027-04-01&to=2027-06-30")
                .json()
                .at("/items")
                .forEach(each -> spring.add(each.path("startDate").asText()));
        assertThat(spring).containsExactly("2027-03-01", "2027-05-01");
        developer.get("/roadmap-items?cursor=nonsense").isProblem(400, "invalid-input");
        assertThat(developer.get("/roadmap-items?state=started").json().at("/items"))
                .isEmpty();
    }

    private Map<String, Object> own(String title) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("title", title);
        wanted.put("ownerId", given.manager.id());
        wanted.put("startDate", LocalDate.now(Units.STOCKHOLM).toString());
        wanted.put("endDate", LocalDate.now(Units.STOCKHOLM).plusDays(60).toString());
        return wanted;
    }

    /** As it is, with every task but the first ticked. */
    private static Map<String, Object> change(Answer item) {
        Map<String, Object> change = new HashMap<>();
        change.put("ownerId", item.text("/owner/id"));
        change.put("startDate", item.text("/startDate"));
        change.put("endDate", item.text("/endDate"));
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (int n = 0; n < item.json().at("/tasks").size(); n++) {
            tasks.add(Map.of("position", n, "done", n > 0));
        }
        change.put("tasks", tasks);
        List<Boolean> met = new ArrayList<>();
        item.json().at("/successFactors").forEach(each -> met.add(true));
        change.put("successFactorsMet", met);
        return change;
    }
}
