// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** What an authority formulates itself: ranked beside the catalogue by the same formula, put on the roadmap, and withdrawn. */
class OwnRecommendationsTest {
    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();

    @Test
    void itIsRankedByTheSameFormulaAndFillsTheGapWhereThereIsNoAdvice() {
        UUID assessment = given.decided(Map.of("LS5", 4));
        given.accepted(assessment, "LS5", 5, 3);
        assertThat(ranked(assessment).json().at("/criteriaWithoutAdvice").findValuesAsText("criterion"))
                .containsExactly("LS5");

        Answer made =
                developer.post("/own-recommendations", wanted("LS5", 4, 5)).hasStatus(201);

        assertThat(made.text("/code")).isEqualTo("E1");
        JsonNode first = ranked(assessment).json().at("/items/0");
        assertThat(first.at("/recommendation/code").asText()).isEqualTo("E1");
        assertThat(first.at("/recommendation/own").asBoolean()).isTrue();
        assertThat(first.at("/state").asText()).isEqualTo("ready");
        assertThat(first.at("/priority").asDouble()).isEqualTo(3 / Math.sqrt(2), within(1e-9));
        assertThat(ranked(assessment).json().at("/criteriaWithoutAdvice")).isEmpty();
    }

    @Test
    void aPrerequisiteOfTheCatalogueLocksItAndGetsItsUnlock() {
        UUID assessment = given.decided(Map.of("LS5", 4, "AP4", 1));
        given.accepted(assessment, "LS5", 5, 3);
        Map<String, Object> wanted = wanted("LS5", 4, 5);
        wanted.put("prerequisites", List.of("R24"));
        developer.post("/own-recommendations", wanted).hasStatus(201);

        JsonNode items = ranked(assessment).json().at("/items");

        JsonNode own = item(items, "E1");
        assertThat(own.at("/state").asText()).isEqualTo("locked");
        assertThat(own.at("/missing/0/code").asText()).isEqualTo("R24");
        assertThat(item(items, "R24").at("/unlockTerms").findValuesAsText("code"))
                .contains("E1");
    }

    @Test
    void itsStepsAndFactorsStandOnTheRoadmapAndWhoMetAFactorIsKept() {
        UUID assessment = given.decided(Map.of("LS5", 4));
        developer.post("/own-recommendations", wanted("LS5", 4, 5)).hasStatus(201);
        Answer item =
                developer.post("/roadmap-items", given.item(assessment, "E1")).hasStatus(201);
        assertThat(item.text("/tasks/0/text/sv")).isEqualTo("Pröva med tio sökande.");
        assertThat(item.text("/title/en")).isEqualTo("Show the map in the e-service");

        Map<String, Object> change = new HashMap<>();
        change.put("ownerId", given.manager.id());
        change.put("startDate", item.text("/startDate"));
        change.put("endDate", item.text("/endDate"));
        change.put("tasks", List.of(Map.of("position", 0, "done", false)));
        change.put("successFactorsMet", List.of(true));
        Answer met = given.manager
                .api()
                .put("/roadmap-items/" + item.id(), "\"1\"", change)
                .hasStatus(200);

        assertThat(met.text("/successFactors/0/doneBy/id"))
                .isEqualTo(given.manager.id().toString());
        String at = met.text("/successFactors/0/doneAt");
        assertThat(at).isNotBlank();
        Answer again =
                developer.put("/roadmap-items/" + item.id(), "\"2\"", change).hasStatus(200);
        assertThat(again.text("/successFactors/0/doneBy/id"))
                .isEqualTo(given.manager.id().toString());
        assertThat(again.text("/successFactors/0/doneAt")).isEqualTo(at);
        change.put("successFactorsMet", List.of(false));
        assertThat(developer
                        .put("/roadmap-items/" + item.id(), "\"3\"", change)
                        .hasStatus(200)
                        .json()
                        .at("/successFactors/0")
                        .has("doneBy"))
                .isFalse();
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingWaitsForItself() {
        developer.post("/own-recommendations", wanted("LS5", 4, 5)).hasStatus(201);
        Map<String, Object> second = wanted("LS5", 3, 4);
        second.put("prerequisites", List.of("E1"));
        developer.post("/own-recommendations", second).hasStatus(201);
        Map<String, Object> circle = wanted("LS5", 4, 5);
        circle.put("prerequisites", List.of("E2"));
        developer
                .put("/own-recommendations/E1", "\"1\"", circle)
                .isProblem(422, "rule-broken")
                .pointsAt("/prerequisites/0");
        circle.put("prerequisites", List.of("E1"));
        developer
                .put("/own-recommendations/E1", "\"1\"", circle)
                .isProblem(422, "rule-broken")
                .pointsAt("/prerequisites/0");

        Map<String, Object> wrong = wanted("XX9", 4, 3);
        wrong.put("code", "R01");
        wrong.put("prerequisites", List.of("R99"));
        wrong.put("indicators", List.of(Map.of("indicator", "I99", "change", "up")));
        developer
                .post("/own-recommendations", wrong)
                .isProblem(422, "rule-broken")
                .pointsAt("/code")
                .pointsAt("/lifts/0/criterion")
                .pointsAt("/lifts/0/to")
                .pointsAt("/prerequisites/0")
                .pointsAt("/indicators/0/indicator");
    }

    @Test
    void whatOthersWaitForIsNotWithdrawnAndWhatIsWithdrawnIsNotRanked() {
        UUID assessment = given.decided(Map.of("LS5", 4));
        given.accepted(assessment, "LS5", 5, 3);
        developer.post("/own-recommendations", wanted("LS5", 4, 5)).hasStatus(201);
        Map<String, Object> second = wanted("LS5", 3, 4);
        second.put("prerequisites", List.of("E1"));
        developer.post("/own-recommendations", second).hasStatus(201);
        withdraw(developer, "E1", "\"1\"").isProblem(409, "conflict");
        withdraw(developer, "E2", "\"1\"").hasStatus(200);
        withdraw(developer, "E1", "\"7\"").isProblem(412, "stale-version");

        assertThat(withdraw(developer, "E1", "\"1\"")
                        .hasStatus(200)
                        .json()
                        .at("/withdrawn")
                        .asBoolean())
                .isTrue();

        assertThat(ranked(assessment).json().at("/items")).isEmpty();
        developer.put("/own-recommendations/E1", "\"2\"", wanted("LS5", 4, 5)).isProblem(409, "conflict");
        developer.post("/roadmap-items", given.item(assessment, "E1")).isProblem(422, "rule-broken");
        assertThat(developer
                        .post("/own-recommendations", wanted("LS5", 4, 5))
                        .hasStatus(201)
                        .text("/code"))
                .isEqualTo("E3");
    }

    @Test
    void itIsFormulatedByThoseWhoPlanForAllAndReadByOnesOwnAuthorityOnly() {
        given.manager.api().post("/own-recommendations", wanted("LS5", 4, 5)).isProblem(403, "not-permitted");
        developer.post("/own-recommendations", wanted("LS5", 4, 5)).hasStatus(201);
        given.manager.api().get("/own-recommendations/E1").hasStatus(200);
        Api stranger = Given.anAuthority().person(Role.BUSINESS_DEVELOPER).api();
        stranger.get("/own-recommendations/E1").isProblem(404, "not-found");
        stranger.put("/own-recommendations/E1", "\"1\"", wanted("LS5", 4, 5)).isProblem(404, "not-found");
        assertThat(stranger.get("/recommendations")
                        .hasStatus(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("code"))
                .doesNotContain("E1");
    }

    private static Answer withdraw(Api api, String code, String etag) {
        return api.with("If-Match", etag)
                .post(
                        "/own-recommendations/" + code + "/withdrawal",
                        Map.of("reason", "Ersatt av den nya e-tjänsten."));
    }

    private Answer ranked(UUID assessment) {
        return developer.get("/assessments/" + assessment + "/recommendations").hasStatus(200);
    }

    private static JsonNode item(JsonNode items, String code) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.at("/recommendation/code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> wanted(String criterion, int from, int to) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("title", Map.of("sv", "Visa kartan redan i e-tjänsten", "en", "Show the map in the e-service"));
        wanted.put("effort", 2);
        wanted.put("firstSteps", List.of(Map.of("sv", "Pröva med tio sökande.")));
        wanted.put("successFactors", List.of(Map.of("sv", "Sökande har provat den.")));
        wanted.put("lifts", List.of(Map.of("criterion", criterion, "from", from, "to", to)));
        return wanted;
    }
}
