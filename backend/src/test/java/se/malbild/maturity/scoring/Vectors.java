// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The project's own worked examples of every formula. */
public final class Vectors {
    private static final JsonNode SETS = read();

    private Vectors() {}

    private static JsonNode read() {
        try (InputStream in = Vectors.class.getResourceAsStream("/maturity/test-vectors.json")) {
            return new ObjectMapper().readTree(in).path("sets");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One test for each case of a set; {@code check} gets the case and the set's tolerance. */
    public static Stream<DynamicTest> of(String set, BiConsumer<JsonNode, Double> check) {
        JsonNode found = SETS.path(set);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : found.path("cases")) {
            tests.add(DynamicTest.dynamicTest(
                    set + " " + each.path("id").asText(),
                    () -> check.accept(each, found.path("tolerance").asDouble())));
        }
        if (tests.isEmpty()) {
            throw new IllegalStateException("there are no vectors called " + set);
        }
        return tests.stream();
    }

    static Counts counts(JsonNode each) {
        return new Counts(ints(each.path("counts")), each.path("dontKnow").asInt(0));
    }

    /** Single answers as counts on the scale 1–5. */
    static Counts answers(JsonNode levels) {
        int[] counts = new int[5];
        levels.forEach(level -> counts[level.asInt() - 1]++);
        return Counts.of(counts);
    }

    static List<Integer> ints(JsonNode array) {
        List<Integer> found = new ArrayList<>();
        array.forEach(each -> found.add(each.asInt()));
        return found;
    }
}
