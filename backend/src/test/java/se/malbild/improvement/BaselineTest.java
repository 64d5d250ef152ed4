// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestLogs;

/** The baseline is what the log shows when an item is started; the report and the start page read the same log. */
class BaselineTest {
    private static final int CASES = 40;

    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();

    @Test
    void theIndicatorsAreMeasuredOnTheLogAndTheReportTellsItsFrictions() {
        String log = imported();
        assertThat(keys(home())).contains("map_activities");
        TestLogs.confirm(developer, log);
        UUID id = given.decided(Map.of("AP4", 2));
        Map<String, Object> wanted = given.item(id, "R02");
        wanted.put("unitId", given.authority.rootUnit());
        wanted.put(
                "indicators",
                List.of(Map.of("indicator", "I09", "change", "down"), Map.of("indicator", "I20", "change", "up")));
        Answer item = developer.post("/roadmap-items", wanted).hasStatus(201);

        Answer started = developer
                .with("If-Match", "\"1\"")
                .post("/roadmap-items/" + item.id() + "/start", Map.of())
                .hasStatus(200);

        JsonNode measured = started.json().at("/baseline/0");
        assertThat(measured.path("state").asText()).isEqualTo("measured");
        assertThat(measured.path("value").asDouble()).isEqualTo(50);
        assertThat(measured.path("n").asInt()).isEqualTo(CASES);
        assertThat(measured.path("eventLogId").asText()).isEqualTo(log);
        assertThat(measured.path("periodFrom").asText()).startsWith("2026-01");
        assertThat(started.text("/baseline/1/state")).isEqualTo("not_measurable");
        assertThat(started.json().at("/baseline/1").has("value")).isFalse();

        Answer report = developer
                .post("/reports", Map.of("assessmentId", id, "title", "Rapport hösten 2026"))
                .hasStatus(201);
        assertThat(report.text("/eventLogId")).isEqualTo(log);
        assertThat(report.text("/content/frictions/0/kind")).isEqualTo("waiting_applicant");
        assertThat(report.json().at("/content/frictions/0/cases").asInt()).isEqualTo(CASES / 2);
        assertThat(report.json().at("/content/frictions/0/n").asInt()).isEqualTo(CASES);
        assertThat(report.json().at("/content/frictions/0/medianSeconds").asDouble())
                .isEqualTo(10 * 86_400);
        assertThat(report.json().at("/content/sources").findValuesAsText("reference"))
                .contains(log);
        JsonNode figure = home().json().at("/figures/0");
        assertThat(figure.path("key").asText()).isEqualTo("I09");
        assertThat(figure.path("value").asDouble()).isEqualTo(50);
        assertThat(figure.path("direction").asText()).isEqualTo("too_early");
    }

    private Answer home() {
        return developer.get("/home").hasStatus(200);
    }

    private static List<String> keys(Answer home) {
        return home.json().at("/todo").findValuesAsText("key");
    }

    /** Forty cases, every other one asked for a supplement that takes ten days. */
    private String imported() {
        StringBuilder log = new StringBuilder("<log xmlns=\"http://www.xes-standard.org/\">");
        for (int n = 0; n < CASES; n++) {
            LocalDate day = LocalDate.of(2026, 1, 1 + n % 20);
            LocalDate decided = n % 2 == 0 ? day.plusDays(10) : day;
            log.append("<trace><string key=\"concept:name\" value=\"C-")
                    .append(n)
                    .append("\"/>")
                    .append(TestLogs.event("Inkommen", day, 8))
                    .append(TestLogs.event("Registrerad", day, 9));
            if (n % 2 == 0) {
                log.append(TestLogs.event("Begärd komplettering", day, 10))
                        .append(TestLogs.event("Komplettering inkommen", decided, 10));
            }
            log.append(TestLogs.event("Beslut", decided, 12))
                    .append(TestLogs.event("Avslutat", decided, 13))
                    .append("</trace>");
        }
        return TestLogs.imported(
                developer, log.append("</log>").toString().getBytes(StandardCharsets.UTF_8), "Provlogg");
    }
}
