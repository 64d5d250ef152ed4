// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestLogs;

/** What an event log shows, beside what groups say: live until the survey closes, frozen from then on. */
class MeasuredLevelsTest {
    private static final int CASES = 40;
    private static final int DIGITAL = 30;
    private static final int PRINTED = 10;
    private static final int SUPPLEMENTED = 8;
    private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");
    private static final Map<String, String> CLASSES = Map.of(
            "Inkommen",
            "receive",
            "Komplettering begärd",
            "request_info",
            "Utskrift",
            "print",
            "Beslut",
            "decide",
            "Expedierad",
            "dispatch_digital",
            "Avslutat",
            "close");

    private final GivenSurvey given = new GivenSurvey();
    private final Api developer = given.developer.api();

    @Test
    void standBesideTheAnswersAndAreFrozenWithThem() {
        String log = confirmed();
        Answer assessment = planned(log);

        JsonNode live = LifeOfAnAssessmentTest.criterion(given.scorecard(assessment), "AP4");
        assertThat(live.at("/measured/indicators/0/indicator").asText()).isEqualTo("I08");
        assertThat(live.at("/measured/indicators/0/value").asDouble()).isEqualTo(0.8);
        assertThat(live.at("/measured/indicators/0/count").asInt()).isEqualTo(CASES);
        assertThat(live.at("/measured/indicators/0/level").asInt()).isEqualTo(4);
        assertThat(live.at("/measured/indicators/1/value").asDouble()).isEqualTo(20.0);
        assertThat(List.of(
                        live.at("/measured/lowestLevel").asInt(),
                        live.at("/measured/highestLevel").asInt()))
                .isEqualTo(List.of(4, 5));

        GivenSurvey.answer(given.open(assessment).of("ledning"), 5, person -> 1);
        given.close(assessment);
        developer
                .with("If-Match", developer.get("/event-logs/" + log).etag())
                .send("DELETE", "/event-logs/" + log, null)
                .hasStatus(204);

        Answer card = given.scorecard(assessment);
        assertThat(card.json().at("/measured/frozen").asBoolean()).isTrue();
        JsonNode kept = LifeOfAnAssessmentTest.criterion(card, "AP4");
        assertThat(kept.path("measured")).isEqualTo(live.path("measured"));
        assertThat(kept.path("flags")).anySatisfy(flag -> {
            assertThat(flag.path("flag").asText()).isEqualTo("self_image");
            assertThat(flag.at("/text/sv").asText()).isEqualTo("Ledningen placerar sig 3 steg under mätningen.");
        });
        assertThat(kept.path("flags").findValuesAsText("flag")).doesNotContain("single_source");
        JsonNode gap = card.json().at("/nyttogap/measured");
        assertThat(gap.path("digitalIn").asDouble()).isEqualTo(0.75);
        assertThat(gap.path("fullyDigital").asDouble()).isEqualTo(0.5);
        assertThat(gap.path("gapPercentagePoints").asDouble()).isEqualTo(25.0);
        assertThat(gap.at("/sentence/sv").asText())
                .isEqualTo(
                        "Av avslutade ärenden kom 75 % in digitalt men 50 % var digitala hela vägen: 25 procentenheter outnyttjat.");
    }

    @Test
    void sayWhyWhereTheLogCannotTell() {
        Answer card = given.scorecard(planned(imported()));

        JsonNode complete = LifeOfAnAssessmentTest.criterion(card, "AP4");
        assertThat(complete.at("/measured/indicators/0/reason/sv").asText())
                .isEqualTo("Mäts inte. Loggens aktiviteter är inte kopplade till händelseklasser än.");
        assertThat(complete.path("measured").has("lowestLevel")).isFalse();
        assertThat(card.json().at("/nyttogap/measured").has("sentence")).isFalse();
    }

    @Test
    void comeFromALogThatTheLeaderMaySee() {
        Map<String, Object> body = given.wanted(GivenSurvey.GROUPS);
        body.put("eventLogId", UUID.randomUUID());
        given.manager
                .api()
                .post("/assessments", body)
                .isProblem(422, "rule-broken")
                .pointsAt("/eventLogId");

        GivenSurvey elsewhere = new GivenSurvey();
        body.put("eventLogId", imported());
        body.put("unitId", elsewhere.unit);
        elsewhere
                .authority
                .as(Role.BUSINESS_DEVELOPER)
                .post("/assessments", body)
                .isProblem(422, "rule-broken")
                .pointsAt("/eventLogId");
    }

    @Test
    void giveAnInterviewItsQuestionsAboutTheLargestFrictions() {
        Answer assessment = planned(confirmed());

        JsonNode guide = developer
                .get("/assessments/" + assessment.id() + "/interview-guide?criterion=AP4")
                .hasStatus(200)
                .json();

        assertThat(guide.path("questions").findValuesAsText("key"))
                .startsWith("AP4-1")
                .contains("friction-1");
        JsonNode first = guide.path("questions")
                .get(guide.path("questions").findValuesAsText("key").indexOf("friction-1"));
        assertThat(first.path("share").asDouble()).isPositive();
        assertThat(first.at("/text/sv").asText())
                .contains("%d\u00a0%% av ledtiden"
                        .formatted(Math.round(100 * first.path("share").asDouble())))
                .contains("Mest tid går mellan ”")
                .endsWith("?");
        assertThat(guide.has("frictionReason")).isFalse();
    }

    private Answer planned(String log) {
        Map<String, Object> body = new HashMap<>(given.wanted(GivenSurvey.GROUPS));
        body.put("eventLogId", log);
        return developer.post("/assessments", body).hasStatus(201);
    }

    private String confirmed() {
        String log = imported();
        List<Map<String, String>> mapped = CLASSES.entrySet().stream()
                .map(each -> Map.of("activity", each.getKey(), "eventClass", each.getValue()))
                .toList();
        developer
                .put(
                        "/event-logs/" + log + "/mapping",
                        "\"0\"",
                        Map.of("activities", mapped, "endActivities", List.of("Avslutat")))
                .hasStatus(200);
        return log;
    }

    private String imported() {
        return TestLogs.imported(developer, xes(), "Provlogg");
    }

    /** Forty closed cases: thirty came in digitally, ten of those were printed, eight were supplemented. */
    private static byte[] xes() {
        StringBuilder log = new StringBuilder("<log xmlns=\"http://www.xes-standard.org/\">");
        for (int i = 0; i < CASES; i++) {
            List<String> events = new ArrayList<>(Stream.of("Inkommen").toList());
            if (i < SUPPLEMENTED) {
                events.add("Komplettering begärd");
            }
            if (i < PRINTED) {
                events.add("Utskrift");
            }
            events.addAll(List.of("Beslut", "Expedierad", "Avslutat"));
            log.append("<trace><string key=\"concept:name\" value=\"C-")
                    .append(i)
                    .append("\"/><string key=\"channel\" value=\"")
                    .append(i < DIGITAL ? "eservice" : "post")
                    .append("\"/>");
            for (int e = 0; e < events.size(); e++) {
                log.append("<event><string key=\"concept:name\" value=\"")
                        .append(events.get(e))
                        .append("\"/><date key=\"time:timestamp\" value=\"")
                        .append(BEGINNING.plus(Duration.ofDays(i)).plus(Duration.ofHours(e)))
                        .append("\"/></event>");
            }
            log.append("</trace>");
        }
        return log.append("</log>").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
