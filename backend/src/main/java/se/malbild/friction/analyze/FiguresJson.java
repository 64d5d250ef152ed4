// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.analyze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import se.malbild.friction.kernel.ActivityFigures;
import se.malbild.friction.kernel.CodePoints;
import se.malbild.friction.kernel.DirectlyFollows;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Handovers;
import se.malbild.friction.kernel.Rounding;
import se.malbild.friction.kernel.Variants;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogQuality;

/** The figures as one JSON object: instants with three decimals and Z, numbers rounded to six. */
final class FiguresJson {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int TOP = 20;

    private final LogFigures figures;
    private final EventLog log;
    private final JsonGenerator json;

    private FiguresJson(LogFigures figures, JsonGenerator json) {
        this.figures = figures;
        this.log = figures.log();
        this.json = json;
    }

    static void write(String fileName, LogFigures figures, PrintStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            new FiguresJson(figures, json).all(fileName);
            json.writeEndObject();
        }
        out.println();
    }

    private void all(String fileName) throws IOException {
        LogQuality quality = log.quality();
        json.writeStringField("log", fileName);
        json.writeStringField("order", "timestamp ascending, ties in document order");
        json.writeNumberField("traces_in_file", quality.traces());
        json.writeNumberField("empty_traces", quality.emptyTraces());
        json.writeNumberField("trace_names_used_more_than_once", quality.repeatedCaseIds());
        inputNotes(quality);
        json.writeNumberField("cases", log.cases());
        json.writeNumberField("events", log.events());
        json.writeNumberField("activity_count", log.activities().length);
        if (log.cases() > 0) {
            withCases(quality);
        }
    }

    private void inputNotes(LogQuality quality) throws IOException {
        json.writeObjectFieldStart("input_notes");
        note("timestamps_without_offset", quality.timestampsWithoutOffset());
        note("events_without_resource", quality.withoutResource());
        note("events_rejected", quality.rejectedEvents());
        json.writeEndObject();
    }

    private void note(String name, int count) throws IOException {
        if (count > 0) {
            json.writeNumberField(name, count);
        }
    }

    private void withCases(LogQuality quality) throws IOException {
        json.writeStringField(
                "first_timestamp",
                instant(Arrays.stream(log.instantMicros()).min().orElseThrow()));
        json.writeStringField(
                "last_timestamp",
                instant(Arrays.stream(log.instantMicros()).max().orElseThrow()));
        eventsPerCase();
        variants();
        durations("case_duration_seconds", figures.elapsed(), null);
        json.writeNumberField(
                "dfg_edge_count", figures.directlyFollows().edges().size());
        json.writeNumberField("dfg_total_frequency", figures.directlyFollows().totalFrequency());
        json.writeNumberField("consecutive_pairs_with_equal_timestamp", quality.tiedPairs());
        activities();
        ranked("start_activities", ActivityFigures.OfActivity::startCases);
        ranked("end_activities", ActivityFigures.OfActivity::endCases);
        rework();
        resources();
        groups();
        pingPong();
        batches();
        localTime();
        months("cases_started_by_utc_month", figures.months().started());
        months("cases_ended_by_utc_month", figures.months().ended());
        directlyFollows();
        durations(
                "business_time_case_duration_seconds",
                figures.working(),
                "Mon-Fri 08:00-17:00 " + figures.zone().getId() + ", no holidays");
        months("cases_in_progress_at_utc_month_start", figures.months().inProgress());
        lifecycle();
    }

    private void eventsPerCase() throws IOException {
        Distribution counts = figures.eventsPerCase();
        json.writeObjectFieldStart("events_per_case");
        json.writeNumberField("min", counts.min());
        json.writeNumberField("median", Rounding.six(counts.median()));
        json.writeNumberField("mean", Rounding.six((double) counts.sum() / counts.n()));
        json.writeNumberField("max", counts.max());
        json.writeEndObject();
    }

    private void variants() throws IOException {
        json.writeNumberField("variants_count", figures.variants().variants().size());
        json.writeArrayFieldStart("variants_top20");
        for (Variants.Variant variant :
                figures.variants().variants().stream().limit(TOP).toList()) {
            json.writeStartObject();
            json.writeNumberField("count", variant.count());
            json.writeArrayFieldStart("activities");
            for (int a : variant.activities()) {
                json.writeString(log.activities()[a]);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("variants_covering_80_percent", figures.variants().covering(0.8));
    }

    private void durations(String name, Distribution durations, @org.jspecify.annotations.Nullable String calendar)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("n", durations.n());
        json.writeNumberField("sum", Rounding.seconds(durations.sum()));
        json.writeNumberField("mean", Rounding.meanSeconds(durations));
        json.writeNumberField("min", Rounding.seconds(durations.min()));
        json.writeNumberField("p25", Rounding.seconds(durations.quantile(0.25)));
        json.writeNumberField("median", Rounding.seconds(durations.median()));
        json.writeNumberField("p75", Rounding.seconds(durations.quantile(0.75)));
        json.writeNumberField("p90", Rounding.seconds(durations.quantile(0.9)));
        json.writeNumberField("p90_nearest_rank", Rounding.seconds(durations.nearestRank(0.9)));
        json.writeNumberField("p95", Rounding.seconds(durations.quantile(0.95)));
        json.writeNumberField("max", Rounding.seconds(durations.max()));
        if (calendar != null) {
            json.writeStringField("calendar", calendar);
        }
        json.writeEndObject();
    }

    private void activities() throws IOException {
        json.writeArrayFieldStart("activities");
        for (int a : byCountThenName(ActivityFigures.OfActivity::events)) {
            ActivityFigures.OfActivity each = figures.activities().activities()[a];
            json.writeStartObject();
            json.writeStringField("name", log.activities()[a]);
            json.writeNumberField("events", each.events());
            json.writeNumberField("cases", each.cases());
            json.writeNumberField("rework_cases", each.reworkCases());
            json.writeNumberField("repeat_events", each.repeatEvents());
            json.writeNumberField("self_loops", each.selfLoops());
            json.writeNumberField("start_cases", each.startCases());
            json.writeNumberField("end_cases", each.endCases());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private int[] byCountThenName(ToLongFunction<ActivityFigures.OfActivity> count) {
        ActivityFigures.OfActivity[] all = figures.activities().activities();
        return IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(a -> -count.applyAsLong(all[a]))
                        .thenComparing((a, b) -> CodePoints.compare(log.activities()[a], log.activities()[b])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void ranked(String name, ToLongFunction<ActivityFigures.OfActivity> count) throws IOException {
        json.writeArrayFieldStart(name);
        for (int a : byCountThenName(count)) {
            long times = count.applyAsLong(figures.activities().activities()[a]);
            if (times > 0) {
                pair(log.activities()[a], times);
            }
        }
        json.writeEndArray();
    }

    private void pair(String name, long count) throws IOException {
        json.writeStartArray();
        json.writeString(name);
        json.writeNumber(count);
        json.writeEndArray();
    }

    private void rework() throws IOException {
        json.writeObjectFieldStart("rework");
        json.writeNumberField("cases_with_any_rework", figures.activities().casesWithRework());
        json.writeNumberField(
                "share_of_cases", Rounding.six((double) figures.activities().casesWithRework() / log.cases()));
        json.writeNumberField("repeat_events", figures.activities().repeatEvents());
        json.writeNumberField("self_loops", figures.activities().selfLoops());
        json.writeEndObject();
    }

    private void resources() throws IOException {
        Handovers handovers = figures.handovers();
        json.writeObjectFieldStart("resources");
        json.writeNumberField("count", log.resources().length);
        topByEvents(log.resource(), log.resources());
        json.writeNumberField(
                "distinct_per_case_mean", Rounding.six((double) handovers.distinctPerCaseSum() / log.cases()));
        json.writeEndObject();
        json.writeObjectFieldStart("handover");
        json.writeNumberField("handovers", handovers.handovers());
        json.writeNumberField("same_resource_pairs", handovers.same());
        json.writeNumberField("pairs_with_missing_resource", handovers.missing());
        json.writeNumberField("distinct_resource_pairs", handovers.pairs().size());
        json.writeArrayFieldStart("top20");
        List<Map.Entry<Long, Integer>> top = handovers.pairs().entrySet().stream()
                .sorted(Comparator.<Map.Entry<Long, Integer>>comparingInt(pair -> -pair.getValue())
                        .thenComparing(
                                (x, y) -> CodePoints.compare(resource(x.getKey() >> 32), resource(y.getKey() >> 32)))
                        .thenComparing((x, y) -> CodePoints.compare(resource(x.getKey()), resource(y.getKey()))))
                .limit(TOP)
                .toList();
        for (Map.Entry<Long, Integer> pair : top) {
            json.writeStartArray();
            json.writeString(resource(pair.getKey() >> 32));
            json.writeString(resource(pair.getKey()));
            json.writeNumber(pair.getValue());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private String resource(long code) {
        return log.resources()[(int) code];
    }

    private void topByEvents(int[] column, String[] names) throws IOException {
        long[] counts = new long[names.length];
        for (int code : column) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        json.writeArrayFieldStart("top20_by_events");
        for (int code : IntStream.range(0, names.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> -counts[i])
                        .thenComparing((i, j) -> CodePoints.compare(names[i], names[j])))
                .limit(TOP)
                .toList()) {
            pair(names[code], counts[code]);
        }
        json.writeEndArray();
    }

    private void groups() throws IOException {
        if (log.groups().length == 0) {
            return;
        }
        json.writeObjectFieldStart("groups");
        json.writeNumberField("count", log.groups().length);
        topByEvents(log.group(), log.groups());
        json.writeNumberField("handovers", figures.groupHandovers().handovers());
        json.writeNumberField("same_group_pairs", figures.groupHandovers().same());
        json.writeEndObject();
    }

    private void pingPong() throws IOException {
        json.writeObjectFieldStart("ping_pong");
        json.writeNumberField("activity_aba", figures.activityPingPong().triples());
        json.writeNumberField("activity_aba_cases", figures.activityPingPong().cases());
        json.writeNumberField("resource_aba", figures.resourcePingPong().triples());
        json.writeNumberField("resource_aba_cases", figures.resourcePingPong().cases());
        json.writeEndObject();
    }

    private void batches() throws IOException {
        json.writeObjectFieldStart("batching_same_activity_resource_minute_min3cases");
        json.writeNumberField("batches", figures.batches().batches());
        json.writeNumberField("events", figures.batches().events());
        json.writeNumberField("largest_cases", figures.batches().largestCases());
        json.writeEndObject();
    }

    private void localTime() throws IOException {
        json.writeObjectFieldStart("local_time");
        json.writeStringField("zone", figures.zone().getId());
        json.writeNumberField("weekend_events", figures.clock().weekendEvents());
        json.writeNumberField("weekday_events_outside_07_18", figures.clock().weekdayEventsOutside07to18());
        numbered("by_hour", figures.clock().byHour(), 0);
        numbered("by_iso_weekday", figures.clock().byWeekday(), 1);
        json.writeEndObject();
    }

    private void numbered(String name, long[] counts, int from) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = from; i < counts.length; i++) {
            json.writeArray(new long[] {i, counts[i]}, 0, 2);
        }
        json.writeEndArray();
    }

    private void months(String name, Map<YearMonth, Integer> counts) throws IOException {
        json.writeArrayFieldStart(name);
        for (Map.Entry<YearMonth, Integer> month : counts.entrySet()) {
            pair(month.getKey().toString(), month.getValue());
        }
        json.writeEndArray();
    }

    private void directlyFollows() throws IOException {
        json.writeArrayFieldStart("dfg_columns");
        for (String column : List.of("from", "to", "frequency", "mean_s", "median_s", "min_s", "max_s", "sum_s")) {
            json.writeString(column);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dfg");
        List<DirectlyFollows.Edge> edges = figures.directlyFollows().edges().stream()
                .sorted(Comparator.<DirectlyFollows.Edge>comparingInt(edge -> -edge.frequency())
                        .thenComparing(
                                (x, y) -> CodePoints.compare(log.activities()[x.from()], log.activities()[y.from()]))
                        .thenComparing(
                                (x, y) -> CodePoints.compare(log.activities()[x.to()], log.activities()[y.to()])))
                .toList();
        for (DirectlyFollows.Edge edge : edges) {
            json.writeStartArray();
            json.writeString(log.activities()[edge.from()]);
            json.writeString(log.activities()[edge.to()]);
            json.writeNumber(edge.frequency());
            json.writeNumber(Rounding.meanSeconds(edge.times()));
            json.writeNumber(Rounding.seconds(edge.times().median()));
            json.writeNumber(Rounding.seconds(edge.times().min()));
            json.writeNumber(Rounding.seconds(edge.times().max()));
            json.writeNumber(Rounding.seconds(edge.times().sum()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void lifecycle() throws IOException {
        long without = Arrays.stream(log.lifecycle()).filter(code -> code < 0).count();
        long[] counts = new long[log.lifecycles().length];
        for (int code : log.lifecycle()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        json.writeObjectFieldStart("lifecycle");
        for (int i = 0; i < counts.length; i++) {
            json.writeNumberField(log.lifecycles()[i], counts[i]);
        }
        if (without > 0) {
            json.writeNumberField("None", without);
        }
        json.writeEndObject();
    }

    private static String instant(long micros) {
        return INSTANT.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
