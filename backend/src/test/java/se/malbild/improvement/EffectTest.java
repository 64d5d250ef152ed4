// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;
import se.malbild.testing.TestLogs;
import se.malbild.testing.TestService;

/** What is told of an item of the roadmap when there is a log: what moved, what did not, and what it is too early to say. */
class EffectTest {
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 20;
    private static final LocalDate START = LocalDate.of(2025, 1, 15);

    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();

    @Test
    void whatMovedAndWhatDidNotAreBothTold() {
        String log = imported(month -> month.isBefore(YearMonth.of(2025, 2)) ? 16 + month.getMonthValue() % 3 : 3);
        String item =
                started(log, START, List.of(expected("I09", "down"), expected("I23", "down"), expected("I18", "up")));

        JsonNode effect = developer
                .get("/roadmap-items/" + item + "/effect")
                .hasStatus(200)
                .json();

        assertThat(effect.path("startDate").asText()).isEqualTo("2025-01-15");
        JsonNode supplements = effect.at("/indicators/0");
        assertThat(supplements.at("/verdict/kind").asText()).isEqualTo("clear_change");
        assertThat(supplements.at("/verdict/direction").asText()).isEqualTo("as_expected");
        assertThat(supplements.at("/verdict/rung").asInt()).isEqualTo(1);
        assertThat(supplements.at("/verdict/after").asDouble()).isEqualTo(100.0 * 3 / 34);
        assertThat(supplements.at("/verdict/whyNotHigher").findValuesAsText("why"))
                .contains("no_comparable_unit", "periods_after");
        assertThat(supplements.at("/sentence/sv").asText()).startsWith("Tydlig förändring åt rätt håll: från 5");
        assertThat(supplements.at("/months")).hasSize(MONTHS - 1);
        assertThat(supplements.at("/months/12/part").asText()).isEqualTo("start");
        assertThat(supplements.at("/months/5/n").asInt()).isEqualTo(34);
        assertThat(supplements.at("/months/14/rule").asInt()).isEqualTo(1);
        assertThat(supplements.at("/limits/months").asInt()).isEqualTo(12);
        assertThat(effect.at("/indicators/1/state").asText()).isEqualTo("not_measured");
        assertThat(effect.at("/indicators/1/sentence/sv").asText()).startsWith("Mäts inte: loggen saknar");
        assertThat(effect.at("/indicators/2/verdict/kind").asText()).isEqualTo("within_variation");
        assertThat(effect.at("/indicators/2/sentence/sv").asText())
                .startsWith("Ingen effekt syns:")
                .endsWith("Måttet skulle öka.");

        JsonNode listed = developer.get("/roadmap-effects").hasStatus(200).json();
        assertThat(listed.at("/items/0/itemId").asText()).isEqualTo(item);
        assertThat(listed.at("/items/0/indicators/0/sentence")).isEqualTo(supplements.path("sentence"));
    }

    @Test
    void aMonthWithFewCasesIsNeitherShownNorCounted() {
        YearMonth few = YearMonth.of(2024, 6);
        String log = imported(month -> 10, month -> month.equals(few) ? 29 : 34);
        String item = started(log, START, List.of(expected("I09", "down")));

        JsonNode effect = developer
                .get("/roadmap-items/" + item + "/effect")
                .hasStatus(200)
                .json();

        JsonNode month = effect.at("/indicators/0/months/5");
        assertThat(month.path("month").asText()).isEqualTo("2024-06");
        assertThat(month.path("state").asText()).isEqualTo("too_few");
        assertThat(month.has("value")).isFalse();
        assertThat(month.has("n")).isFalse();
        assertThat(effect.at("/indicators/0/verdict/baselineMonths").asInt()).isEqualTo(11);
        assertThat(effect.at("/indicators/0/verdict/preliminary").asBoolean()).isTrue();
    }

    @Test
    void tooEarlyNamesTheMonthAndWhatItTakes() {
        String log = imported(month -> 10);
        String item = started(log, LocalDate.of(2025, 6, 10), List.of(expected("I09", "down")));

        JsonNode effect = developer
                .get("/roadmap-items/" + item + "/effect")
                .hasStatus(200)
                .json();

        assertThat(effect.at("/indicators/0/verdict/kind").asText()).isEqualTo("too_early");
        assertThat(effect.at("/indicators/0/verdict/earliestMonth").asText()).isEqualTo("2025-11");
        assertThat(effect.at("/indicators/0/sentence/sv").asText())
                .contains("tidigast i november 2025", "nyare händelselogg");
    }

    @Test
    void aKnownEventStandsOnTheAxisAndKeepsTheStrongestMethodAway() {
        String log = imported(month -> 10);
        String item = started(log, START, List.of(expected("I09", "down")));
        Answer noted = developer
                .post("/known-events", Map.of("date", "2025-02-03", "text", "Ärendesystemet stod stilla i tre dagar."))
                .hasStatus(201);

        JsonNode effect = developer
                .get("/roadmap-items/" + item + "/effect")
                .hasStatus(200)
                .json();

        assertThat(effect.at("/events/0/kind").asText()).isEqualTo("known_event");
        assertThat(effect.at("/events/0/text/sv").asText()).startsWith("Ärendesystemet");
        assertThat(effect.at("/indicators/0/verdict/whyNotHigher").findValuesAsText("why"))
                .contains("other_event");
        developer
                .put("/known-events/" + noted.id(), "\"1\"", Map.of("date", "2025-02-04", "text", "Stopp i två dagar."))
                .hasStatus(200);
        developer
                .put("/known-events/" + noted.id(), "\"1\"", Map.of("date", "2025-02-04", "text", "Stopp i en dag."))
                .isProblem(412, "stale-version");
        developer
                .with("If-Match", "\"2\"")
                .send("DELETE", "/known-events/" + noted.id(), null)
                .hasStatus(204);
        assertThat(developer.get("/known-events").hasStatus(200).json().at("/items"))
                .isEmpty();
    }

    @Test
    void whatIsPlannedHasNoVerdictYet() {
        String log = imported(month -> 10);
        Answer item = planned(log, List.of(expected("I09", "down")));

        JsonNode effect = developer
                .get("/roadmap-items/" + item.id() + "/effect")
                .hasStatus(200)
                .json();

        assertThat(effect.at("/indicators/0/state").asText()).isEqualTo("not_started");
        assertThat(effect.at("/indicators/0").has("verdict")).isFalse();
        assertThat(developer.get("/roadmap-effects").hasStatus(200).json().at("/items"))
                .isEmpty();
    }

    @Test
    void eventsAreNotedByThoseWhoPlanForTheUnit() {
        Map<String, Object> ofWater =
                Map.of("date", "2025-02-03", "text", "Ny lag började gälla.", "unitId", given.water);
        Answer noted = given.manager.api().post("/known-events", ofWater).hasStatus(201);
        given.manager
                .api()
                .post("/known-events", Map.of("date", "2025-02-03", "text", "Semester för alla."))
                .isProblem(403, "not-permitted");
        given.authority
                .another(Role.OFFICER, given.water)
                .api()
                .post("/known-events", ofWater)
                .isProblem(403, "not-permitted");
        UUID elsewhere = given.authority.unit("MIL");
        Api neighbour = given.authority.another(Role.UNIT_MANAGER, elsewhere).api();
        neighbour
                .with("If-Match", "\"1\"")
                .send("DELETE", "/known-events/" + noted.id(), null)
                .isProblem(404, "not-found");
        assertThat(neighbour.get("/known-events").hasStatus(200).json().at("/items"))
                .isEmpty();
        Given.anAuthority()
                .person(Role.BUSINESS_DEVELOPER)
                .api()
                .put("/known-events/" + noted.id(), "\"1\"", Map.of("date", "2025-02-03", "text", "Främmande ord."))
                .isProblem(404, "not-found");
        developer
                .post("/known-events", Map.of("date", "1980-01-01", "text", "   .", "unitId", UUID.randomUUID()))
                .isProblem(422, "rule-broken")
                .pointsAt("/date")
                .pointsAt("/unitId");
    }

    @Test
    void anItemOutOfReachIsNotThere() {
        String log = imported(month -> 10);
        String item = started(log, START, List.of(expected("I09", "down")));

        given.manager.api().get("/roadmap-items/" + item + "/effect").hasStatus(200);
        Given.anAuthority()
                .person(Role.BUSINESS_DEVELOPER)
                .api()
                .get("/roadmap-items/" + item + "/effect")
                .isProblem(404, "not-found");
        given.authority
                .another(Role.OFFICER, given.authority.unit("MIL"))
                .api()
                .get("/roadmap-items/" + item + "/effect")
                .isProblem(404, "not-found");
    }

    private static Map<String, String> expected(String indicator, String change) {
        return Map.of("indicator", indicator, "change", change);
    }

    private Answer planned(String log, List<Map<String, String>> indicators) {
        UUID assessment = given.decided(Map.of("AP4", 2));
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("UPDATE assessments SET event_log_id = :log WHERE id = :id")
                        .bind("log", log)
                        .bind("id", assessment)
                        .execute());
        Map<String, Object> wanted = given.item(assessment, "R02");
        wanted.put("indicators", indicators);
        return developer.post("/roadmap-items", wanted).hasStatus(201);
    }

    /** Started, and then moved back in time: nobody starts anything in the past. */
    private String started(String log, LocalDate day, List<Map<String, String>> indicators) {
        Answer item = planned(log, indicators);
        developer
                .with("If-Match", "\"1\"")
                .post("/roadmap-items/" + item.id() + "/start", Map.of("eventLogId", log))
                .hasStatus(200);
        TestService.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("UPDATE roadmap_items SET started_at = :at WHERE id = :id")
                        .bind("at", day.atTime(9, 0))
                        .bind("id", item.id())
                        .execute());
        return item.id();
    }

    private String imported(ToIntFunction<YearMonth> supplements) {
        return imported(supplements, month -> 34);
    }

    /** Twenty months of cases that begin and end within the month; some are asked for a supplement. */
    private String imported(ToIntFunction<YearMonth> supplements, ToIntFunction<YearMonth> cases) {
        StringBuilder log = new StringBuilder("<log xmlns=\"http://www.xes-standard.org/\">");
        for (int m = 0; m < MONTHS; m++) {
            YearMonth month = FIRST.plusMonths(m);
            for (int n = 0; n < cases.applyAsInt(month); n++) {
                LocalDate day = month.atDay(1 + n % 27);
                log.append("<trace><string key=\"concept:name\" value=\"C-%d-%d\"/>".formatted(m, n))
                        .append(TestLogs.event("Inkommen", day, 8))
                        .append(TestLogs.event("Registrerad", day, 9));
                if (n < supplements.applyAsInt(month)) {
                    log.append(TestLogs.event("Begärd komplettering", day, 10))
                            .append(TestLogs.event("Komplettering inkommen", day, 11));
                }
                log.append(TestLogs.event("Beslut", day, 12))
                        .append(TestLogs.event("Avslutat", day, 13))
                        .append("</trace>");
            }
        }
        String id = TestLogs.imported(
                developer, log.append("</log>").toString().getBytes(StandardCharsets.UTF_8), "Provlogg");
        TestLogs.confirm(developer, id);
        return id;
    }
}
