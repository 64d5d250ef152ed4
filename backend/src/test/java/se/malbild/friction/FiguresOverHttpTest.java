// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.testing.Shared;

/** The switch "alla" without filter, over HTTP, against figures that an independent program computed from the same files. */
class FiguresOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"receipt", "running-example", "sepsis"})
    void agreeExactly(String name) throws IOException {
        GivenLogs given = new GivenLogs();
        JsonNode expected = JSON.readTree(Files.readAllBytes(Shared.data("logs/expected/" + name + ".json")));
        String id = given.imported(Files.readAllBytes(Shared.data("logs/" + name + ".xes.gz")));

        JsonNode map = given.get(id, "/process-map?actors=all").json();
        JsonNode figures = given.get(id, "/figures?actors=all").json();

        assertNumber(map.at("/selection/caseCount"), expected.at("/cases"), "cases");
        assertNumber(map.at("/selection/eventCount"), expected.at("/events"), "events");
        edges(map.at("/edges"), expected);
        activities(map.at("/activities"), expected.at("/activities"));
        durations(figures.at("/leadTime"), expected.at("/case_duration_seconds"));
        assertThat(figures.at("/businessTime/calendar").asText()).contains("Swedish holidays");
        for (String key : List.of("min", "median", "mean", "max")) {
            assertNumber(
                    figures.at("/eventsPerCase/" + key),
                    expected.at("/events_per_case/" + key),
                    "events per case " + key);
        }
        assertNumber(figures.at("/rework/casesWithRework"), expected.at("/rework/cases_with_any_rework"), "rework");
        assertNumber(figures.at("/rework/shareOfCases"), expected.at("/rework/share_of_cases"), "rework share");
        assertNumber(figures.at("/rework/repeatEvents"), expected.at("/rework/repeat_events"), "repeats");
        assertNumber(figures.at("/rework/selfLoops"), expected.at("/rework/self_loops"), "self loops");
        assertNumber(figures.at("/handovers/handovers"), expected.at("/handover/handovers"), "handovers");
        assertNumber(figures.at("/handovers/sameOwner"), expected.at("/handover/same_resource_pairs"), "same");
        assertNumber(
                figures.at("/handovers/missingOwner"), expected.at("/handover/pairs_with_missing_resource"), "missing");
        assertNumber(
                figures.at("/pingPong/activityTriples"), expected.at("/ping_pong/activity_aba"), "activity ping-pong");
        assertNumber(figures.at("/pingPong/ownerTriples"), expected.at("/ping_pong/resource_aba"), "owner ping-pong");
        assertNumber(figures.at("/variants/count"), expected.at("/variants_count"), "variants");
        assertNumber(
                figures.at("/variants/covering80Percent"), expected.at("/variants_covering_80_percent"), "covering");
        assertNumber(
                figures.at("/pingPong/activityCases"),
                expected.at("/ping_pong/activity_aba_cases"),
                "activity ping-pong cases");
        assertNumber(
                figures.at("/pingPong/ownerCases"),
                expected.at("/ping_pong/resource_aba_cases"),
                "owner ping-pong cases");
        assertNumber(figures.at("/hours/weekendEvents"), expected.at("/local_time/weekend_events"), "weekend");
        assertNumber(
                figures.at("/hours/weekdayEventsOutside07To18"),
                expected.at("/local_time/weekday_events_outside_07_18"),
                "outside");
        batches(figures.at("/batching"), expected.at("/batching_same_activity_resource_minute_min3cases"));
        variants(given.get(id, "/variants?limit=20").json().at("/items"), expected.at("/variants_top20"));
        months(given.get(id, "/months").json().at("/months"), expected);
    }

    private static void edges(JsonNode edges, JsonNode expected) {
        List<String> columns = List.of(
                "from", "to", "frequency", "meanSeconds", "medianSeconds", "minSeconds", "maxSeconds", "sumSeconds");
        assertThat(expected.at("/dfg_columns").size()).isEqualTo(columns.size());
        assertThat(edges.size()).isEqualTo(expected.at("/dfg_edge_count").asInt());
        for (int i = 0; i < edges.size(); i++) {
            for (int column = 0; column < columns.size(); column++) {
                JsonNode wanted = expected.at("/dfg").path(i).path(column);
                JsonNode seen = edges.path(i).path(columns.get(column));
                if (wanted.isNumber()) {
                    assertNumber(seen, wanted, "edge " + i + " " + columns.get(column));
                } else {
                    assertThat(seen.asText()).isEqualTo(wanted.asText());
                }
            }
        }
    }

    private static void activities(JsonNode activities, JsonNode expected) {
        assertThat(activities.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode seen = activities.path(i);
            JsonNode wanted = expected.path(i);
            assertThat(seen.path("name").asText()).isEqualTo(wanted.path("name").asText());
            assertNumber(seen.path("events"), wanted.path("events"), "events of activity " + i);
            assertNumber(seen.path("cases"), wanted.path("cases"), "cases of activity " + i);
            assertNumber(seen.path("reworkCases"), wanted.path("rework_cases"), "rework of activity " + i);
            assertNumber(seen.path("startCases"), wanted.path("start_cases"), "starts of activity " + i);
            assertNumber(seen.path("endCases"), wanted.path("end_cases"), "ends of activity " + i);
        }
    }

    private static void durations(JsonNode seen, JsonNode expected) {
        for (String key : List.of("sum", "mean", "min", "p25", "median", "p75", "p90", "p95", "max")) {
            assertNumber(seen.path(key + "Seconds"), expected.path(key), "duration " + key);
        }
        assertNumber(seen.path("p90NearestRankSeconds"), expected.path("p90_nearest_rank"), "duration p90 by rank");
        assertNumber(seen.path("n"), expected.path("n"), "durations");
    }

    private static void variants(JsonNode seen, JsonNode expected) {
        assertThat(seen.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertNumber(seen.path(i).path("cases"), expected.path(i).path("count"), "variant " + i);
            assertThat(seen.path(i).path("activities"))
                    .isEqualTo(expected.path(i).path("activities"));
        }
    }

    private static void batches(JsonNode seen, JsonNode expected) {
        assertNumber(seen.path("batches"), expected.path("batches"), "batches");
        assertNumber(seen.path("events"), expected.path("events"), "events in batches");
    }

    private static void months(JsonNode months, JsonNode expected) {
        Map<String, Integer> started = byMonth(expected.at("/cases_started_by_utc_month"));
        Map<String, Integer> ended = byMonth(expected.at("/cases_ended_by_utc_month"));
        Map<String, Integer> inProgress = byMonth(expected.at("/cases_in_progress_at_utc_month_start"));
        List<String> seen = new ArrayList<>();
        for (JsonNode month : months) {
            String name = month.path("month").asText();
            seen.add(name);
            assertThat(month.path("started").asInt()).as("started " + name).isEqualTo(started.getOrDefault(name, 0));
            assertThat(month.path("ended").asInt()).as("ended " + name).isEqualTo(ended.getOrDefault(name, 0));
            if (inProgress.containsKey(name)) {
                assertThat(month.path("inProgressAtStart").asInt())
                        .as("in progress " + name)
                        .isEqualTo(inProgress.get(name));
            }
        }
        assertThat(seen)
                .containsAll(started.keySet())
                .containsAll(ended.keySet())
                .containsAll(inProgress.keySet())
                .isSorted();
    }

    private static Map<String, Integer> byMonth(JsonNode pairs) {
        Map<String, Integer> counts = new HashMap<>();
        pairs.forEach(pair -> counts.put(pair.path(0).asText(), pair.path(1).asInt()));
        assertThat(counts).isNotEmpty();
        return counts;
    }

    private static void assertNumber(JsonNode seen, JsonNode wanted, String what) {
        assertThat(wanted.isNumber()).as("expected " + what).isTrue();
        assertThat(seen.isNumber()).as(what + " is a number").isTrue();
        assertThat(seen.decimalValue()).as(what).isEqualByComparingTo(wanted.decimalValue());
    }
}
