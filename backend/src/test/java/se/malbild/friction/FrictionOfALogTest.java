// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Given;

class FrictionOfALogTest {
    private static final double DAY = 86_400;

    private final GivenLogs given = new GivenLogs();
    private final String log = given.imported(GivenLogs.SMALL);

    private String kept(String filter) {
        return given.get(log, "/process-map?" + filter).text("/selection/caseCount");
    }

    private static String q(String name, String value) {
        return name + "=" + GivenLogs.encoded(value);
    }

    @Test
    void aFilterKeepsWholeCasesAndSaysHowManyOfHowMany() {
        Answer map = given.get(log, "/process-map?" + q("activity", "Registrerad"));

        assertThat(map.text("/selection/caseCount")).isEqualTo("2");
        assertThat(map.text("/selection/totalCases")).isEqualTo("3");
        assertThat(map.json().at("/activities").findValuesAsText("name")).contains("Avslutat");
        assertThat(kept(q("withoutActivity", "Registrerad"))).isEqualTo("1");
        assertThat(kept(q("activity", "Registrerad") + "&" + q("activity", "Avslutat")))
                .isEqualTo("1");
        assertThat(kept(q("activity", "Finns inte"))).isEqualTo("0");
        assertThat(kept("attribute=kind&attributeValue=bygg")).isEqualTo("2");
        assertThat(kept("attribute=kind")).as("cases without the attribute").isEqualTo("0");
        assertThat(kept("unit=U2")).isEqualTo("2");
        assertThat(kept(q("edgeFrom", "Inkommen") + "&" + q("edgeTo", "Beslut")))
                .isEqualTo("1");
        assertThat(kept("minDurationSeconds=864000")).isEqualTo("1");
        assertThat(kept("maxDurationSeconds=864000")).isEqualTo("2");
    }

    @Test
    void aPeriodKeepsCasesByTheirStartEndOrAnyPartInSwedishDays() {
        assertThat(kept("from=2026-01-21&to=2026-01-21")).isEqualTo("1");
        assertThat(kept("from=2026-01-06&to=2026-01-06&periodOf=started")).isEqualTo("1");
        assertThat(kept("from=2026-01-07&to=2026-01-08&periodOf=touched")).isEqualTo("2");
        given.developer
                .get("/event-logs/" + log + "/figures?from=2026-02-01&to=2026-01-01")
                .isProblem(422, "rule-broken")
                .pointsAt("query/to");
    }

    @Test
    void patternsFindTheirCases() {
        assertThat(kept("pattern=ping_pong")).isEqualTo("1");
        assertThat(kept("pattern=unit_handover")).isEqualTo("2");
        assertThat(kept("pattern=rework")).isEqualTo("0");
        assertThat(kept("pattern=batch")).isEqualTo("0");
        assertThat(kept("pattern=after_hours&actors=all"))
                .as("C-1 answered on a Saturday, C-2 closed on one")
                .isEqualTo("2");
        assertThat(kept("pattern=after_hours"))
                .as("C-1 was answered by the system")
                .isEqualTo("1");
        given.developer
                .get("/event-logs/" + log + "/figures?pattern=magic")
                .isProblem(400, "invalid-input")
                .pointsAt("query/pattern");
    }

    @Test
    void whatNeedsAMappingSaysSoUntilAPersonConfirmsOne() {
        given.developer
                .get("/event-logs/" + log + "/figures?closedOnly=true")
                .isProblem(422, "rule-broken")
                .pointsAt("query/closedOnly");
        given.developer
                .get("/event-logs/" + log + "/figures?eventClass=decide")
                .isProblem(422, "rule-broken")
                .pointsAt("query/eventClass");
        assertThat(given.get(log, "/figures").text("/waiting/notMeasured/reason"))
                .isEqualTo("mapping_not_confirmed");
        assertThat(given.get(log, "/indicators").json().at("/items").findValuesAsText("reason"))
                .contains("mapping_not_confirmed", "not_in_events");
        Answer mapping = given.get(log, "/mapping");
        assertThat(mapping.text("/confirmed")).isEqualTo("false");
        assertThat(mapping.json().at("/activities").findValuesAsText("suggestedClass"))
                .containsExactlyInAnyOrder("receive", "register", "request_info", "info_received", "decide", "close");
        assertThat(mapping.text("/endActivities/0")).isEqualTo("Avslutat");

        given.confirm(log);

        assertThat(kept("closedOnly=true")).isEqualTo("2");
        assertThat(kept("eventClass=request_info")).isEqualTo("1");
        assertThat(given.get(log, "").text("/log/mappingConfirmed")).isEqualTo("true");
        assertThat(given.get(log, "/process-map").json().at("/activities").findValuesAsText("eventClass"))
                .contains("decide");
        given.developer
                .put("/event-logs/" + log + "/mapping", "\"0\"", "{\"activities\":[],\"endActivities\":[]}")
                .isProblem(412, "stale-version");
        given.developer
                .put(
                        "/event-logs/" + log + "/mapping",
                        "\"1\"",
                        "{\"activities\":[{\"activity\":\"Nej\",\"eventClass\":\"nej\"}],\"endActivities\":[\"Nej\"]}")
                .isProblem(422, "rule-broken")
                .pointsAt("/activities")
                .pointsAt("/endActivities");
    }

    @Test
    void waitingIsSplitByWhoWaitsForWhomAndTheRestIsUnknown() {
        given.confirm(log);

        JsonNode waiting = given.get(log, "/figures").json().at("/waiting");

        double applicant = part(waiting, "applicant").path("seconds").asDouble();
        assertThat(applicant).as("from the request to the answer").isEqualTo(10 * DAY);
        assertThat(part(waiting, "queue").path("seconds").asDouble())
                .as("answered to decided, and received to decided")
                .isEqualTo(3 * DAY + 3 * DAY + 7200);
        double sum = 0;
        for (JsonNode each : waiting.path("parts")) {
            sum += each.path("seconds").asDouble();
        }
        assertThat(sum).isEqualTo(waiting.path("totalSeconds").asDouble());
    }

    private static JsonNode part(JsonNode waiting, String party) {
        for (JsonNode part : waiting.path("parts")) {
            if (part.path("waitsFor").asText().equals(party)) {
                return part;
            }
        }
        throw new AssertionError("no part " + party);
    }

    @Test
    void theLargestFrictionsAreRankedByTimeAndLeadToTheirCases() {
        given.confirm(log);

        JsonNode items = given.get(log, "/frictions").json().at("/items");

        assertThat(items.size()).isEqualTo(3);
        JsonNode first = items.path(0);
        assertThat(first.path("kind").asText()).isEqualTo("waiting_applicant");
        assertThat(first.path("totalSeconds").asDouble()).isEqualTo(10 * DAY);
        assertThat(first.path("cases").asInt()).isEqualTo(1);
        assertThat(first.at("/edge/from").asText()).isEqualTo("Begärd komplettering");
        assertThat(kept("eventClass=" + first.at("/filter/eventClass/0").asText()))
                .isEqualTo("1");
        for (int i = 1; i < items.size(); i++) {
            assertThat(items.path(i).path("totalSeconds").asDouble())
                    .isLessThanOrEqualTo(items.path(i - 1).path("totalSeconds").asDouble());
        }
    }

    @Test
    void measuresTellTheirNumbersOrWhyNot() {
        given.confirm(log);

        JsonNode measures = given.get(log, "/figures").json().at("/measures");

        assertThat(measure(measures, "complete_at_submission").path("value").asDouble())
                .isEqualTo(0.666667);
        assertThat(measure(measures, "supplement_wait").path("value").asDouble())
                .isEqualTo(10 * DAY);
        assertThat(measure(measures, "time_to_registration").path("n").asInt()).isEqualTo(2);
        assertThat(measure(measures, "late_registration").path("value").asDouble())
                .as("C-3 took seven days")
                .isEqualTo(0.5);
        assertThat(measure(measures, "referral_wait").at("/notMeasured/classes").toString())
                .contains("refer");
        String without = measure(measures, "complete_at_submission")
                .at("/filter/withoutActivity/0")
                .asText();
        assertThat(kept(q("withoutActivity", without))).isEqualTo("2");
    }

    private static JsonNode measure(JsonNode measures, String key) {
        for (JsonNode each : measures) {
            if (each.path("key").asText().equals(key)) {
                return each;
            }
        }
        throw new AssertionError("no measure " + key);
    }

    @Test
    void systemsAreLeftOutOfHandoversUnlessEverybodyIsAskedFor() {
        assertThat(given.get(log, "/figures?actors=all").text("/handovers/handovers"))
                .isEqualTo("7");
        assertThat(given.get(log, "/figures").text("/handovers/handovers"))
                .as("Bo to Eva, twice")
                .isEqualTo("2");
        assertThat(given.get(log, "/figures").text("/selection/actors")).isEqualTo("human");
    }

    @Test
    void casesBehindAFigureComePageByPageWithoutNames() {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            Answer cases = given.get(log, "/cases?sort=shortest&limit=1" + cursor);
            seen.add(cases.text("/items/0/label"));
            cursor = "&cursor=" + cases.text("/next");
        }
        assertThat(seen).containsExactlyInAnyOrder("C-1", "C-2", "C-3");
        Answer line =
                given.get(log, "/cases/" + given.get(log, "/cases?sort=longest").text("/items/0/key"));
        assertThat(line.text("/case/label")).isEqualTo("C-1");
        assertThat(line.json().at("/events").findValuesAsText("activity"))
                .startsWith("Inkommen")
                .endsWith("Avslutat")
                .hasSize(6);
        assertThat(line.text("/events/1/secondsSincePrevious")).isEqualTo("7200");
        assertThat(line.text("/events/2/unit/unit")).isEqualTo("U2");
        for (String what : List.of(
                "", "/figures?actors=all", "/process-map", "/cases", "/variants", "/filter-values", "/mapping")) {
            assertThat(given.get(log, what).text())
                    .as(what)
                    .doesNotContain("Eva")
                    .doesNotContain("\"Bo\"");
        }
        given.developer.get("/event-logs/" + log + "/cases/zzz").isProblem(404, "not-found");
        given.developer.get("/event-logs/" + log + "/cases?cursor=bm9wZQ").isProblem(400, "invalid-input");
    }

    @Test
    void aVariantLeadsToItsCases() {
        Answer variants = given.get(log, "/variants?limit=2");

        assertThat(variants.text("/variantCount")).isEqualTo("3");
        Answer rest = given.get(log, "/variants?limit=2&cursor=" + variants.text("/next"));
        assertThat(rest.text("/items/0/rank")).isEqualTo("3");
        assertThat(rest.text("/items/0/cumulativeShare")).isEqualTo("1");
        String key = variants.text("/items/0/key");
        assertThat(given.get(log, "/cases?variant=" + key).text("/items/0/variant"))
                .isEqualTo(key);
        assertThat(kept("variant=" + key)).isEqualTo("1");
    }

    @Test
    void readersOfNumbersGetNoCasesAndNoSmallCells() {
        var officer = given.authority.as(Role.OFFICER);
        officer.get("/event-logs/" + log + "/cases").isProblem(404, "not-found");
        given.authority.as(Role.REGISTRAR).get("/event-logs/" + log + "/cases").isProblem(403, "not-permitted");
        officer.get("/event-logs/" + log + "/figures").isProblem(422, "rule-broken");

        String many = given.imported(manyCases());
        Answer values = officer.get("/event-logs/" + many + "/filter-values").hasStatus(200);
        assertThat(units(values))
                .as("U2 has 3 cases; were it hidden alone it could be worked out")
                .containsExactly("U1");
        assertThat(values.text("/unitsHidden")).isEqualTo("2");
        officer.get("/event-logs/" + many + "/figures?unit=U2").isProblem(422, "rule-broken");
        assertThat(officer.get("/event-logs/" + many + "/figures")
                        .hasStatus(200)
                        .json()
                        .at("/handovers/units"))
                .isEmpty();
        assertThat(units(given.get(many, "/filter-values"))).containsExactly("U1", "U3", "U2");
        assertThat(officer.get("/event-logs/" + many).text("/log/numbersOnly")).isEqualTo("true");
    }

    private static List<String> units(Answer values) {
        List<String> units = new ArrayList<>();
        values.json()
                .at("/units")
                .forEach(each -> units.add(each.at("/unit/unit").asText()));
        return units;
    }

    private static String manyCases() {
        StringBuilder xes = new StringBuilder("<log>");
        for (int c = 0; c < 20; c++) {
            String unit = c < 3 ? "U2" : c < 9 ? "U3" : "U1";
            xes.append("<trace><string key='concept:name' value='M-")
                    .append(c)
                    .append("'/>")
                    .append(GivenLogs.event("Inkommen", "2026-01-05T08:00:00Z", "x", "U1"))
                    .append(GivenLogs.event("Beslut", "2026-01-06T08:00:00Z", "y", unit))
                    .append("</trace>");
        }
        return xes.append("</log>").toString();
    }

    @Test
    void aManagerSeesLogsAboutTheOwnUnitOnly() {
        UUID north = given.authority.unit("N");
        UUID south = given.authority.unit("S");
        String about = given.ended(
                        given.upload(GivenLogs.SMALL.getBytes(StandardCharsets.UTF_8), "Norr", "&unitId=" + north)
                                .hasStatus(202)
                                .id())
                .text("/result/eventLogId");

        given.authority
                .person(Role.UNIT_MANAGER, north)
                .api()
                .get("/event-logs/" + about + "/figures")
                .hasStatus(200);
        given.authority
                .person(Role.UNIT_MANAGER, south)
                .api()
                .get("/event-logs/" + about + "/figures")
                .isProblem(404, "not-found");
        assertThat(given.authority
                        .person(Role.UNIT_MANAGER, south)
                        .api()
                        .get("/event-logs")
                        .json()
                        .at("/items"))
                .hasSize(1);
        given.upload(
                        GivenLogs.SMALL.getBytes(StandardCharsets.UTF_8),
                        "Okänd",
                        "&unitId=" + Given.anAuthority().rootUnit())
                .isProblem(404, "not-found");
    }

    @Test
    void indicatorsAreMeasuredByTheModelsDefinitionsFromTheMappedClasses() {
        given.confirm(log);

        JsonNode items = given.get(log, "/indicators").json().at("/items");

        assertThat(items.size()).isEqualTo(25);
        assertThat(indicator(items, "I08").path("value").asDouble())
                .as("one of two closed")
                .isEqualTo(0.5);
        assertThat(indicator(items, "I08").path("n").asInt()).isEqualTo(2);
        assertThat(indicator(items, "I09").path("value").asDouble()).isEqualTo(50);
        assertThat(indicator(items, "I05").path("value").asDouble())
                .as("2 h and 7 days")
                .isEqualTo((2 + 7 * 24) / 2.0);
        assertThat(indicator(items, "I08").path("periodFrom").asText()).isEqualTo("2026-01-05");
        assertThat(indicator(items, "I23").at("/notMeasured/reason").asText()).isEqualTo("classes_not_mapped");
        assertThat(indicator(items, "I23").at("/notMeasured/classes/0").asText())
                .isEqualTo("status_question");
        assertThat(indicator(items, "I20").at("/notMeasured/reason").asText()).isEqualTo("not_in_events");
    }

    private static JsonNode indicator(JsonNode items, String code) {
        for (JsonNode each : items) {
            if (each.path("code").asText().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no indicator " + code);
    }
}
