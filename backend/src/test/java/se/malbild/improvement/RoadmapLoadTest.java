// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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

/** Effort against capacity, what stands in the way, and the roadmap as files. */
class RoadmapLoadTest {
    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();
    private final LocalDate today = LocalDate.now(Units.STOCKHOLM);

    @Test
    void effortIsSpreadOverTheQuartersAndWhatIsOverTheCapacityIsToldNotStopped() {
        LocalDate first = today.plusMonths(3).withDayOfMonth(1);
        LocalDate quarter = first.withMonth((first.getMonthValue() - 1) / 3 * 3 + 1);
        developer
                .post("/roadmap-items", item("Över två kvartal", 5, quarter, quarter.plusMonths(5)))
                .hasStatus(201);
        developer
                .post("/roadmap-items", item("Inom ett kvartal", 2, quarter, quarter.plusMonths(1)))
                .hasStatus(201);

        JsonNode before = developer.get("/roadmap-load").hasStatus(200).json();
        assertThat(before.has("capacity")).isFalse();
        assertThat(before.at("/loads/0/effort").asDouble()).isEqualTo(4.5, within(1e-9));
        assertThat(before.at("/loads/1/effort").asDouble()).isEqualTo(2.5, within(1e-9));
        assertThat(before.findValuesAsText("over")).containsOnly("false");

        JsonNode after = developer
                .put("/roadmap-capacity", "\"0\"", Map.of("capacity", 4))
                .hasStatus(200)
                .json();
        assertThat(after.at("/loads/0/over").asBoolean()).isTrue();
        assertThat(after.at("/loads/1/over").asBoolean()).isFalse();
        assertThat(after.at("/loads/0/items")).hasSize(2);
        developer.put("/roadmap-capacity", "\"0\"", Map.of("capacity", 5)).isProblem(412, "stale-version");
        developer.put("/roadmap-capacity", "\"1\"", Map.of("capacity", 4.5)).hasStatus(200);
        assertThat(developer.get("/roadmap-load").json().findValuesAsText("over"))
                .containsOnly("false");
        given.manager
                .api()
                .put("/roadmap-capacity", "\"2\"", Map.of("capacity", 9))
                .isProblem(403, "not-permitted");
    }

    @Test
    void anObstacleIsNotedAndGotOutOfTheWayByName() {
        Answer item = developer
                .post("/roadmap-items", item("Ny e-tjänst", 2, today, today.plusDays(60)))
                .hasStatus(201);
        String path = "/roadmap-items/" + item.id() + "/obstacles";

        Answer noted = given.manager
                .api()
                .with("If-Match", "\"1\"")
                .post(path, Map.of("text", "Upphandlingen är försenad."))
                .hasStatus(200);

        assertThat(noted.text("/obstacles/0/notedBy/id"))
                .isEqualTo(given.manager.id().toString());
        String obstacle = path + "/" + noted.text("/obstacles/0/id") + "/resolution";
        Answer cleared = developer
                .with("If-Match", noted.etag())
                .post(obstacle, Map.of("resolution", "Avtalet är tecknat."))
                .hasStatus(200);
        assertThat(cleared.text("/obstacles/0/resolution")).isEqualTo("Avtalet är tecknat.");
        assertThat(cleared.text("/obstacles/0/resolvedBy/id"))
                .isEqualTo(given.developer.id().toString());
        developer
                .with("If-Match", cleared.etag())
                .post(obstacle, Map.of("resolution", "En gång till."))
                .isProblem(409, "conflict");
        developer
                .with("If-Match", cleared.etag())
                .post(path + "/" + UUID.randomUUID() + "/resolution", Map.of("resolution", "Finns inte."))
                .isProblem(404, "not-found");
        developer
                .with("If-Match", "\"1\"")
                .post(path, Map.of("text", "För sent ute."))
                .isProblem(412, "stale-version");
        Given.anAuthority()
                .person(Role.BUSINESS_DEVELOPER)
                .api()
                .with("If-Match", cleared.etag())
                .post(path, Map.of("text", "Främmande hinder."))
                .isProblem(404, "not-found");
    }

    @Test
    void theFilesHoldWhatOneMaySee() {
        Map<String, Object> wanted = item("Ny e-tjänst, med karta", 2, today, today.plusDays(60));
        wanted.put("tasks", List.of("+1 person", "Pröva"));
        developer.post("/roadmap-items", wanted).hasStatus(201);

        Answer calendar = developer.get("/roadmap-calendar?language=en").hasStatus(200);
        assertThat(calendar.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(calendar.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("roadmap.ics");
        assertThat(calendar.text())
                .contains("SUMMARY:Ny e-tjänst\\, med karta\r\n")
                .contains("Responsible");
        Answer strangers =
                Given.anAuthority().person(Role.BUSINESS_DEVELOPER).api().get("/roadmap-calendar");
        assertThat(strangers.hasStatus(200).text()).doesNotContain("VEVENT");

        Answer workbook = developer.get("/roadmap-workbook").hasStatus(200);
        assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("vagkarta.xlsx");
        assertThat(workbook.text()).startsWith("PK");
    }

    @Test
    void aConsultantTakesNothingOut() {
        Api consultant = given.authority.another(Role.CONSULTANT, given.water).api();

        consultant.get("/roadmap-load").hasStatus(200);
        consultant.get("/roadmap-calendar").isProblem(403, "not-permitted");
        consultant.get("/roadmap-workbook").isProblem(403, "not-permitted");
    }

    private Map<String, Object> item(String title, int effort, LocalDate from, LocalDate to) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("title", title);
        wanted.put("effort", effort);
        wanted.put("unitId", given.water);
        wanted.put("ownerId", given.manager.id());
        wanted.put("startDate", from.toString());
        wanted.put("endDate", to.toString());
        return wanted;
    }
}
