// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;

/** The order of recommendations over the API: every term is open, and what is done opens for the next. */
class RecommendationsTest {
    private final GivenAssessments given = new GivenAssessments();

    @Test
    void everyTermOfThePlaceIsOpenAndAddsUp() {
        UUID id = given.decided(Map.of("LS1", 1, "LS3", 1, "LS4", 1, "AP1", 4));
        given.accepted(id, "LS1", 3, 2);
        given.accepted(id, "LS3", 4, 1);
        given.accepted(id, "LS4", 4, 3);

        Answer ranked = ranked(id);

        assertThat(ranked.json().at("/items").size()).isGreaterThan(3);
        double last = Double.MAX_VALUE;
        boolean locked = false;
        for (JsonNode item : ranked.json().at("/items")) {
            double value = sum(item.at("/lifts"), "value");
            assertThat(item.at("/value").asDouble()).isEqualTo(value, within(1e-9));
            item.at("/lifts")
                    .forEach(lift -> assertThat(lift.at("/value").asDouble())
                            .isEqualTo(
                                    lift.at("/weight").asInt()
                                            * lift.at("/steps").asInt()
                                            * lift.at("/multiplier").asDouble(),
                                    within(1e-9)));
            assertThat(item.at("/unlock").asDouble()).isEqualTo(sum(item.at("/unlockTerms"), "term"), within(1e-9));
            assertThat(item.at("/priority").asDouble())
                    .isPositive()
                    .isEqualTo(
                            (value + item.at("/unlock").asDouble())
                                    / Math.sqrt(
                                            item.at("/recommendation/effort").asInt()),
                            within(1e-9));
            if (item.at("/state").asText().equals("locked") && !locked) {
                locked = true;
                last = Double.MAX_VALUE;
            }
            assertThat(item.at("/state").asText()).isEqualTo(locked ? "locked" : "ready");
            assertThat(item.at("/missing").isEmpty()).isEqualTo(!locked);
            assertThat(item.at("/priority").asDouble()).isLessThanOrEqualTo(last);
            last = item.at("/priority").asDouble();
        }
        JsonNode lagging = find(ranked, "R03");
        assertThat(lagging.at("/lifts/0/pairGap").asInt()).isEqualTo(3);
        assertThat(lagging.at("/lifts/0/multiplier").asDouble()).isEqualTo(1.5);
        assertThat(lagging.at("/missing/0/code").asText()).isEqualTo("R01");
    }

    @Test
    void whatIsDoneOnTheRoadmapIsReachedAndOpensForTheNext() {
        UUID id = given.decided(Map.of("LS1", 1, "LS3", 1, "AP1", 4));
        given.accepted(id, "LS3", 4, 1);
        assertThat(find(ranked(id), "R03").at("/state").asText()).isEqualTo("locked");
        Answer item = given.developer
                .api()
                .post("/roadmap-items", given.item(id, "R01"))
                .hasStatus(201);
        assertThat(find(ranked(id), "R01").at("/roadmapItem/id").asText()).isEqualTo(item.id());
        given.developer
                .api()
                .with("If-Match", "\"1\"")
                .post("/roadmap-items/" + item.id() + "/start", Map.of())
                .hasStatus(200);
        given.developer
                .api()
                .with("If-Match", "\"2\"")
                .post(
                        "/roadmap-items/" + item.id() + "/completion",
                        Map.of("note", "Målbilden är beslutad för tre ärendetyper."))
                .hasStatus(200);

        Answer after = ranked(id);

        assertThat(find(after, "R03").at("/state").asText()).isEqualTo("ready");
        assertThat(find(after, "R03").at("/prerequisites/0/because").asText()).isEqualTo("done");
        assertThat(after.json().at("/reached").findValuesAsText("code")).contains("R01");
    }

    @Test
    void aStepThatNoAdviceCoversIsNamedForOnesOwnWords() {
        UUID id = given.decided(Map.of("LS5", 4));
        given.accepted(id, "LS5", 5, 1);

        assertThat(ranked(id).json().at("/criteriaWithoutAdvice").findValuesAsText("criterion"))
                .containsExactly("LS5");
    }

    @Test
    void theCatalogueIsReadByWhoeverReadsRecommendations() {
        Answer catalogue =
                given.authority.as(Role.OFFICER).get("/recommendations").hasStatus(200);

        assertThat(catalogue.json().at("/items")).hasSize(53);
        assertThat(catalogue.json().at("/items/0/firstSteps")).hasSize(3);
    }

    private Answer ranked(UUID assessment) {
        return given.developer
                .api()
                .get("/assessments/" + assessment + "/recommendations")
                .hasStatus(200);
    }

    private static double sum(JsonNode list, String field) {
        double sum = 0;
        for (JsonNode each : list) {
            sum += each.path(field).asDouble();
        }
        return sum;
    }

    private static JsonNode find(Answer ranked, String code) {
        for (JsonNode item : ranked.json().at("/items")) {
            if (item.at("/recommendation/code").asText().equals(code)) {
                return item;
            }
        }
        throw new AssertionError(code + " is not listed: " + ranked.text());
    }
}
