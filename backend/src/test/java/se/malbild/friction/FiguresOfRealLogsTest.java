// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.friction.analyze.AnalyzeCommand;
import se.malbild.testing.Shared;

/** The figures of public logs against those an independent program computed from the same files; exact to the last digit. */
class FiguresOfRealLogsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COMPARED = List.of(
            "traces_in_file",
            "empty_traces",
            "trace_names_used_more_than_once",
            "input_notes",
            "cases",
            "events",
            "activity_count",
            "first_timestamp",
            "last_timestamp",
            "events_per_case",
            "variants_count",
            "variants_top20",
            "variants_covering_80_percent",
            "case_duration_seconds",
            "dfg_edge_count",
            "dfg_total_frequency",
            "consecutive_pairs_with_equal_timestamp",
            "activities",
            "start_activities",
            "end_activities",
            "rework",
            "resources",
            "handover",
            "groups",
            "ping_pong",
            "batching_same_activity_resource_minute_min3cases",
            "local_time",
            "cases_started_by_utc_month",
            "cases_ended_by_utc_month",
            "dfg_columns",
            "dfg",
            "business_time_case_duration_seconds",
            "cases_in_progress_at_utc_month_start",
            "lifecycle");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipt",
                "running-example",
                "roadtraffic100traces",
                "roadtraffic_1t_per_variant",
                "sepsis",
                "bpic15_1",
                "bpic15_2",
                "bpi2020_domestic",
                "road_traffic_fines"
            })
    void agreeExactly(String name) throws IOException {
        Path log = Shared.data("logs/" + name + ".xes.gz");
        JsonNode expected = JSON.readTree(Files.readAllBytes(Shared.data("logs/expected/" + name + ".json")));

        JsonNode actual = analyze(log, expected.at("/local_time/zone").asText());

        for (String key : COMPARED) {
            if (expected.has(key)) {
                assertSame(name + "." + key, actual.path(key), expected.path(key));
            }
        }
    }

    private static JsonNode analyze(Path log, String zone) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = AnalyzeCommand.run(
                new String[] {log.toString(), "--json", "--zone", zone},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return JSON.readTree(out.toByteArray());
    }

    private static void assertSame(String where, JsonNode actual, JsonNode expected) {
        if (expected.isArray()) {
            assertThat(actual.size()).as(where + " length").isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertSame(where + "[" + i + "]", actual.path(i), expected.path(i));
            }
        } else if (expected.isObject()) {
            assertThat(actual.size()).as(where + " fields").isEqualTo(expected.size());
            expected.fieldNames()
                    .forEachRemaining(
                            field -> assertSame(where + "." + field, actual.path(field), expected.path(field)));
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(where + " is a number").isTrue();
            assertThat(actual.decimalValue()).as(where).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }
}
