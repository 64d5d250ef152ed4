// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.malbild.friction.log.EventClass;
import se.malbild.testing.Shared;

/** Every formula against the vectors that belong to the model. */
class FormulasTest {
    private static JsonNode sets = MissingNode.getInstance();

    @BeforeAll
    static void read() throws IOException {
        sets = new ObjectMapper()
                .readTree(Files.readAllBytes(Shared.data("maturity/test-vectors.json")))
                .path("sets");
    }

    @Test
    void ofAnEventLog() {
        JsonNode set = sets.path("eventLog");
        for (JsonNode vector : set.path("cases")) {
            IndicatorEvents in = events(vector);
            Map<String, Formulas.Result> found = new HashMap<>();
            found.put("I01", Formulas.digitalIntake(in));
            found.put("I02", Formulas.structuredIntake(in));
            found.put("I03", Formulas.paper(in));
            found.put("I04", Formulas.digitalThroughout(in));
            found.put("I05", Formulas.hoursToRegistration(in));
            found.put("I06", Formulas.registeredBySystem(in));
            found.put("I07", Formulas.daysToHandling(in));
            found.put("I08", Formulas.complete(in));
            found.put("I09", Formulas.perHundred(in, EventClass.REQUEST_INFO));
            found.put("I10", Formulas.waitingShare(in));
            found.put("I11", Formulas.manyHandovers(in));
            found.put("I12", Formulas.pingPong(in));
            found.put("I13", Formulas.rework(in));
            found.put("I14", Formulas.straightThrough(in));
            found.put("I19", Formulas.reentry(in));
            found.put("I20", Formulas.prefilled(in));
            found.put("I23", Formulas.perHundred(in, EventClass.STATUS_QUESTION));
            found.put("I24", Formulas.dispatchedDigitally(in));
            assertThat(vector.path("expected").size()).isEqualTo(found.size());
            vector.path("expected")
                    .fields()
                    .forEachRemaining(expected -> assertThat(Objects.requireNonNull(found.get(expected.getKey()))
                                    .value())
                            .as(expected.getKey())
                            .isCloseTo(
                                    expected.getValue().asDouble(),
                                    within(set.path("tolerance").asDouble())));
        }
    }

    private static IndicatorEvents events(JsonNode vector) {
        List<String> cases = new ArrayList<>();
        vector.path("cases").fieldNames().forEachRemaining(cases::add);
        List<JsonNode> sorted = new ArrayList<>();
        int[] offset = new int[cases.size() + 1];
        String[] channels = new String[cases.size()];
        long[] filled = new long[cases.size()];
        long[] prefilled = new long[cases.size()];
        for (int c = 0; c < cases.size(); c++) {
            List<JsonNode> own = new ArrayList<>();
            for (JsonNode event : vector.path("events")) {
                if (event.path(0).asText().equals(cases.get(c))) {
                    own.add(event);
                }
            }
            own.sort(Comparator.comparingDouble(event -> event.path(2).asDouble()));
            sorted.addAll(own);
            offset[c + 1] = sorted.size();
            JsonNode attributes = vector.path("cases").path(cases.get(c));
            channels[c] = attributes.path("channel").asText();
            filled[c] = attributes.path("filled").asLong();
            prefilled[c] = attributes.path("prefilled").asLong();
        }
        Map<String, Integer> names = new HashMap<>();
        byte[] classes = new byte[sorted.size()];
        long[] start = new long[classes.length];
        long[] end = new long[classes.length];
        byte[] kinds = new byte[classes.length];
        int[] actors = new int[classes.length];
        int[] units = new int[classes.length];
        for (int e = 0; e < classes.length; e++) {
            JsonNode event = sorted.get(e);
            classes[e] = EventClass.of(event.path(1).asText()).orElseThrow().number();
            start[e] = Math.round(event.path(2).asDouble() * 3_600_000_000L);
            end[e] = Math.round(event.path(3).asDouble() * 3_600_000_000L);
            kinds[e] = (byte)
                    IndicatorEvents.ActorKind.valueOf(event.path(4).asText().toUpperCase(Locale.ROOT))
                            .ordinal();
            actors[e] = number(names, event.path(5).asText());
            units[e] = number(names, event.path(6).asText());
        }
        BitSet all = new BitSet();
        all.set(0, cases.size());
        return new IndicatorEvents(
                offset, classes, start, end, kinds, actors, units, channels, filled, prefilled, all, all);
    }

    private static int number(Map<String, Integer> names, String name) {
        return name.isEmpty() ? -1 : names.computeIfAbsent(name, key -> names.size());
    }

    @Test
    void ofBatches() {
        JsonNode set = sets.path("batchShare");
        for (JsonNode vector : set.path("cases")) {
            Map<String, Integer> names = new HashMap<>();
            List<JsonNode> events = new ArrayList<>();
            vector.path("events").forEach(events::add);
            Formulas.Result found = Formulas.batchShare(
                    events.stream()
                            .mapToInt(event -> number(names, event.path(0).asText()))
                            .toArray(),
                    events.stream()
                            .mapToInt(event -> EventClass.of(event.path(1).asText())
                                    .orElseThrow()
                                    .number())
                            .toArray(),
                    events.stream()
                            .mapToInt(event -> number(names, event.path(2).asText()))
                            .toArray(),
                    events.stream()
                            .mapToLong(event -> event.path(3).asLong() * 60_000_000L)
                            .toArray());
            assertValue(set, vector, found);
        }
    }

    @Test
    void ofLeadTimes() {
        JsonNode set = sets.path("leadSpread");
        for (JsonNode vector : set.path("cases")) {
            List<Double> leads = new ArrayList<>();
            vector.path("leads").forEach(lead -> leads.add(lead.asDouble()));
            assertValue(set, vector, Formulas.leadSpread(leads));
        }
    }

    @Test
    void ofPaths() {
        JsonNode set = sets.path("pathShare");
        for (JsonNode vector : set.path("cases")) {
            List<List<String>> paths = new ArrayList<>();
            vector.path("paths").forEach(path -> {
                List<String> steps = new ArrayList<>();
                path.forEach(step -> steps.add(step.asText()));
                paths.add(steps);
            });
            assertValue(set, vector, Formulas.pathShare(paths));
        }
    }

    @Test
    void ofQueues() {
        JsonNode set = sets.path("queueImbalance");
        for (JsonNode vector : set.path("cases")) {
            int[] open = new int[vector.path("units").size()];
            int[] closed = new int[open.length];
            for (int u = 0; u < open.length; u++) {
                open[u] = vector.path("units").path(u).path(0).asInt();
                closed[u] = vector.path("units").path(u).path(1).asInt();
            }
            assertValue(set, vector, Formulas.queueImbalance(open, closed));
        }
    }

    @Test
    void ofTimeToAction() {
        JsonNode set = sets.path("frictionTime");
        for (JsonNode vector : set.path("cases")) {
            double[] days = new double[vector.path("items").size()];
            boolean[] closed = new boolean[days.length];
            for (int i = 0; i < days.length; i++) {
                days[i] = vector.path("items").path(i).path(0).asDouble();
                closed[i] = vector.path("items").path(i).path(1).asBoolean();
            }
            assertValue(set, vector, Formulas.kaplanMeierMedian(days, closed));
        }
    }

    private static void assertValue(JsonNode set, JsonNode vector, Formulas.Result found) {
        if (vector.path("expected").isNull()) {
            assertThat(found.value()).as(vector.path("id").asText()).isNull();
        } else {
            assertThat(found.value())
                    .as(vector.path("id").asText())
                    .isCloseTo(
                            vector.path("expected").asDouble(),
                            within(set.path("tolerance").asDouble()));
        }
    }
}
