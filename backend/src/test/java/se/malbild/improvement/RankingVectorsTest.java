// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.malbild.improvement.recommendation.Advice;
import se.malbild.improvement.recommendation.Lift;
import se.malbild.improvement.recommendation.Ranked;
import se.malbild.improvement.recommendation.Ranking;
import se.malbild.improvement.recommendation.Standing;

/** The vectors of the set {@code priority} (SCORING §5). */
class RankingVectorsTest {

    @TestFactory
    Stream<DynamicTest> everyVectorAgrees() throws IOException {
        try (InputStream in = RankingVectorsTest.class.getResourceAsStream("/maturity/test-vectors.json")) {
            JsonNode root = new ObjectMapper().readTree(in);
            JsonNode set = root.has("priority") ? root.path("priority") : root.at("/sets/priority");
            assertThat(set.path("cases")).isNotEmpty();
            double tolerance = set.path("tolerance").asDouble();
            return StreamSupport.stream(set.path("cases").spliterator(), false)
                    .map(each -> DynamicTest.dynamicTest(each.path("id").asText(), () -> check(each, tolerance)));
        }
    }

    private static void check(JsonNode vector, double tolerance) {
        Ranking ranking = Ranking.of(advice(vector), standings(vector), texts(vector.path("done")));

        vector.path("expected").properties().forEach(expected -> {
            Ranked ranked = ranking.get(expected.getKey());
            assertThat(ranked.state().code())
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue().path("state").asText());
            assertThat(ranked.value())
                    .as("value " + expected.getKey())
                    .isEqualTo(expected.getValue().path("value").asDouble(), within(tolerance));
            assertThat(ranked.unlock())
                    .as("unlock " + expected.getKey())
                    .isEqualTo(expected.getValue().path("unlock").asDouble(), within(tolerance));
            assertThat(ranked.priority())
                    .as("priority " + expected.getKey())
                    .isEqualTo(expected.getValue().path("priority").asDouble(), within(tolerance));
        });
        assertThat(ranking.listed().stream().map(each -> each.advice().code()).toList())
                .containsExactlyElementsOf(
                        StreamSupport.stream(vector.path("order").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList());
    }

    private static List<Advice> advice(JsonNode vector) {
        List<Advice> advice = new ArrayList<>();
        vector.path("recommendations").forEach(each -> {
            List<Lift> lifts = new ArrayList<>();
            each.path("lifts")
                    .forEach(lift -> lifts.add(new Lift(
                            lift.get(0).asText(),
                            lift.get(1).asInt(),
                            lift.get(2).asInt())));
            advice.add(new Advice(
                    each.path("code").asText(),
                    each.path("effort").asInt(),
                    lifts,
                    List.copyOf(texts(each.path("prerequisites")))));
        });
        return advice;
    }

    private static Map<String, Standing> standings(JsonNode vector) {
        Map<String, Standing> standings = new HashMap<>();
        vector.path("criteria").properties().forEach(each -> {
            JsonNode node = each.getValue();
            standings.put(
                    each.getKey(),
                    new Standing(
                            node.path("level").asInt(),
                            node.path("target").asInt(),
                            node.path("weight").asInt(),
                            node.path("use").asBoolean(),
                            node.path("gap").isNull()
                                    ? null
                                    : (Integer) node.path("gap").asInt()));
        });
        return standings;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
