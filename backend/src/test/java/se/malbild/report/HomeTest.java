// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.GivenWork;
import se.malbild.improvement.GivenAssessments;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;

/** The start page says what waits for the one who reads it, and nothing that person may not see. */
class HomeTest {
    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();
    private final Api executive = given.executive.api();

    @Test
    void anEmptyAuthorityBeginsWithALog() {
        Answer home = home(developer);

        assertThat(home.text("/loop/step")).isEqualTo("import_log");
        assertThat(keys(home)).containsExactly("import_log");
        assertThat(home.json().at("/figures")).isEmpty();
        assertThat(home.json().at("/nextTargets")).isEmpty();
        assertThat(keys(home(given.authority.as(Role.OFFICER)))).isEmpty();
        Api.anonymous().get("/home").isProblem(401, "not-signed-in");
    }

    @Test
    void theNextStepOfTheLoopIsTheDevelopersAndTheDecisionsAreTheExecutives() {
        Answer planned = given.planned();
        assertThat(home(developer).text("/loop/step")).isEqualTo("open_survey");
        assertThat(keys(home(developer))).contains("open_survey");
        assertThat(keys(home(executive))).doesNotContain("open_survey");
        assertThat(home(developer).text("/loop/assessmentId")).isEqualTo(planned.id());

        UUID id = given.decided(Map.of("AP4", 2));
        assertThat(home(executive).text("/loop/step")).isEqualTo("decide_levels");
        JsonNode levels = task(home(executive), "decide_levels");
        assertThat(levels.path("count").asInt()).isEqualTo(levels.path("total").asInt() - 1);

        given.proposed(id, "AP4", 4, 3);
        assertThat(task(home(executive), "accept_targets").path("count").asInt())
                .isEqualTo(1);
        assertThat(keys(home(developer))).doesNotContain("accept_targets");
        developer
                .post("/reports", Map.of("assessmentId", id, "title", "Rapport hösten 2026"))
                .hasStatus(201);
        assertThat(keys(home(executive))).contains("sign_report");
        assertThat(keys(home(developer))).doesNotContain("sign_report");
    }

    @Test
    void targetsNotReachedAreShownWithTheirFirstStepTheHeaviestFirst() {
        UUID id = given.decided(Map.of("LS1", 1, "LS4", 1, "AP4", 2, "KU1", 3));
        given.accepted(id, "LS1", 3, 2);
        given.accepted(id, "LS4", 4, 3);
        given.accepted(id, "KU1", 3, 3);
        Answer item = developer.post("/roadmap-items", given.item(id, "R02")).hasStatus(201);

        Answer home = home(developer);

        assertThat(home.json().at("/targetCount").asInt()).isEqualTo(3);
        List<String> shown = new ArrayList<>();
        home.json()
                .at("/nextTargets")
                .forEach(each -> shown.add(each.path("criterion").asText()));
        assertThat(shown).containsExactly("LS4", "LS1");
        assertThat(home.text("/nextTargets/0/firstStep/code")).isEqualTo("R02");
        assertThat(home.text("/nextTargets/0/roadmapItem/id")).isEqualTo(item.id());
        Answer elsewhere = home(given.authority
                .person(Role.OFFICER, given.authority.unit("DJU"))
                .api());
        assertThat(elsewhere.json().at("/nextTargets")).hasSize(2);
        assertThat(elsewhere.json().at("/nextTargets/0").has("firstStep")).isFalse();
        assertThat(home(new GivenAssessments().developer.api())
                        .json()
                        .at("/targetCount")
                        .asInt())
                .isZero();
    }

    @Test
    void whatOneOwnsWaitsWhenItsDayComesNear() {
        UUID id = given.decided(Map.of("AP4", 2));
        Map<String, Object> late = given.item(id, "R02");
        late.put("startDate", LocalDate.now(Units.STOCKHOLM).minusDays(3).toString());
        developer.post("/roadmap-items", late).hasStatus(201);
        Map<String, Object> farOff = given.item(id, "R01");
        farOff.put("startDate", LocalDate.now(Units.STOCKHOLM).plusDays(80).toString());
        developer.post("/roadmap-items", farOff).hasStatus(201);

        Answer home = home(given.manager.api());

        JsonNode task = task(home, "start_roadmap_item");
        assertThat(task.path("urgency").asText()).isEqualTo("overdue");
        assertThat(keys(home).stream().filter("start_roadmap_item"::equals)).hasSize(1);
        assertThat(keys(home(developer))).doesNotContain("start_roadmap_item");
    }

    @Test
    void aLateStepOfATimelineWaitsForWhoLeadsTheAssessment() {
        Answer planned = given.planned();
        LocalDate today = LocalDate.now(Units.STOCKHOLM);
        String path = "/assessments/" + planned.id() + "/timeline";
        given.manager
                .api()
                .put(
                        path,
                        "\"0\"",
                        Map.of(
                                "steps",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "interviews",
                                                "startsOn",
                                                today.minusDays(9).toString(),
                                                "endsOn",
                                                today.minusDays(2).toString()),
                                        Map.of(
                                                "kind",
                                                "workshops",
                                                "startsOn",
                                                today.minusDays(1).toString(),
                                                "endsOn",
                                                today.toString()))))
                .hasStatus(200);

        JsonNode late = task(home(given.manager.api()), "late_step");
        assertThat(late.at("/title/sv").asText()).isEqualTo("Intervjuer");
        assertThat(late.path("dueDate").asText()).isEqualTo(today.minusDays(2).toString());
        assertThat(late.path("urgency").asText()).isEqualTo("overdue");
        assertThat(late.at("/target/id").asText()).isEqualTo(planned.id());
        assertThat(keys(home(given.manager.api())).stream().filter("late_step"::equals))
                .hasSize(1);
        assertThat(keys(home(executive))).doesNotContain("late_step");
        assertThat(keys(home(given.authority
                        .person(Role.UNIT_MANAGER, given.authority.unit("DJU"))
                        .api())))
                .doesNotContain("late_step");
        Answer timeline = developer.get(path);
        developer
                .put(
                        path,
                        timeline.etag(),
                        Map.of(
                                "steps",
                                List.of(Map.of(
                                        "kind",
                                        "interviews",
                                        "startsOn",
                                        today.minusDays(9).toString(),
                                        "endsOn",
                                        today.minusDays(2).toString(),
                                        "doneOn",
                                        today.toString()))))
                .hasStatus(200);
        assertThat(keys(home(given.manager.api()))).doesNotContain("late_step");
    }

    @Test
    void aVersionOfTheTargetPictureWaitsForWhoSigns() {
        UUID id = given.decided(Map.of("AP4", 2));
        given.accepted(id, "AP4", 4, 3);
        Answer draft = developer
                .post("/target-picture-versions", Map.of("assessmentId", id))
                .hasStatus(201);

        JsonNode task = task(home(executive), "sign_target_picture");
        assertThat(task.at("/target/id").asText()).isEqualTo(draft.id());
        assertThat(task.path("count").asInt()).isEqualTo(1);
        assertThat(keys(home(developer))).doesNotContain("sign_target_picture");
    }

    @Test
    void anOfficerIsToldOfOwnCasesAndARegistrarOfWhatLiesInNobodysHands() {
        GivenWork work = new GivenWork();
        String unassigned = work.registered();
        String mine = work.underWay();

        Answer officer = home(work.officer());
        assertThat(task(officer, "work_on_case").at("/target/id").asText()).isEqualTo(mine);
        assertThat(officer.text()).doesNotContain(unassigned);
        Answer registrar = home(work.registrar());
        assertThat(task(registrar, "assign_case").path("count").asInt()).isEqualTo(1);
        assertThat(home(work.elsewhere()).text()).doesNotContain(mine).doesNotContain(unassigned);
        assertThat(keys(home(work.developer()))).doesNotContain("work_on_case", "assign_case");
    }

    @Test
    void neverMoreThanFiveAndTheRestIsCounted() {
        GivenWork work = new GivenWork();
        for (int n = 0; n < 7; n++) {
            work.underWay();
        }

        Answer home = home(work.officer());

        assertThat(home.json().at("/todo")).hasSize(5);
        assertThat(home.json().at("/todoCount").asInt()).isEqualTo(7);
    }

    private static Answer home(Api api) {
        return api.get("/home").hasStatus(200);
    }

    private static List<String> keys(Answer home) {
        List<String> keys = new ArrayList<>();
        home.json().at("/todo").forEach(each -> keys.add(each.path("key").asText()));
        return keys;
    }

    private static JsonNode task(Answer home, String key) {
        for (JsonNode task : home.json().at("/todo")) {
            if (task.path("key").asText().equals(key)) {
                return task;
            }
        }
        throw new AssertionError(key + " is not there: " + home.text());
    }
}
