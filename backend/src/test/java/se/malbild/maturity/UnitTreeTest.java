// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;

/** A scorecard read for the units of a tree: a unit is the sum of those below it, and none can be reckoned from the others. */
class UnitTreeTest {
    private final GivenSurvey given = new GivenSurvey();
    private final UUID north = given.authority.unit("NORR", given.unit);
    private final UUID northA = given.authority.unit("NORR-A", north);
    private final UUID northB = given.authority.unit("NORR-B", north);
    private final UUID northC = given.authority.unit("NORR-C", north);
    private final UUID south = given.authority.unit("SYD", given.unit);

    @Test
    void aUnitIsTheSumOfThoseBelowItAndASmallOneHidesTheSmallestBesideIt() {
        given.authority.unit("ANNAN");
        Answer planned = given.planned(Map.of("handlaggare", 60));
        String code = given.open(planned).of("handlaggare");
        answer(code, northA, 3, 1);
        answer(code, northB, 6, 2);
        answer(code, northC, 12, 4);
        answer(code, south, 9, 3);
        given.close(planned);

        JsonNode units = card(planned, null).path("units");
        assertThat(units.findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        north.toString(), northA.toString(), northB.toString(), northC.toString(), south.toString());
        assertThat(unit(units, northA).path("parentId").asText()).isEqualTo(north.toString());
        assertThat(unit(units, north).has("parentId")).isFalse();

        assertThat(answered(planned, null)).isEqualTo("30");
        assertThat(answered(planned, north)).isEqualTo("21");
        assertThat(answered(planned, northC)).isEqualTo("12");
        assertThat(answered(planned, south)).isEqualTo("9");
        assertThat(answered(planned, northA)).as("three answered").isEqualTo("hidden");
        assertThat(answered(planned, northB))
                .as("shown, it would give the three away")
                .isEqualTo("hidden");
        JsonNode sum = LifeOfAnAssessmentTest.group(
                LifeOfAnAssessmentTest.criterion(scorecard(planned, north), "AP4"), "handlaggare");
        assertThat(sum.path("distribution").findValuesAsText("count")).containsExactly("3", "6", "0", "12", "0");
        JsonNode hidden = LifeOfAnAssessmentTest.group(
                LifeOfAnAssessmentTest.criterion(scorecard(planned, northB), "AP4"), "handlaggare");
        assertThat(hidden)
                .as("the same words whatever the number")
                .isEqualTo(LifeOfAnAssessmentTest.group(
                        LifeOfAnAssessmentTest.criterion(scorecard(planned, northA), "AP4"), "handlaggare"));
    }

    @Test
    void theTreeIsThatOfTheDayTheSurveyClosed() {
        Answer planned = given.planned(Map.of("handlaggare", 60));
        String code = given.open(planned).of("handlaggare");
        answer(code, northA, 3, 1);
        answer(code, northB, 6, 2);
        answer(code, south, 9, 3);
        given.close(planned);
        String before = answered(planned, north);

        given.authority.unit("NORR-D", north);

        assertThat(answered(planned, north)).isEqualTo(before).isEqualTo("9");
        assertThat(answered(planned, northB)).isEqualTo("hidden");
    }

    @Test
    void aUnitOfAnotherPartOfTheTreeIsNeitherChosenNorRead() {
        UUID other = given.authority.unit("ANNAN");
        Answer planned = given.planned(Map.of("handlaggare", 60));
        String code = given.open(planned).of("handlaggare");
        Map<String, Object> body = GivenSurvey.answers(criterion -> 2);
        body.put("unitId", other);

        GivenSurvey.participant(code)
                .post("/survey-sessions/current/answers", body)
                .isProblem(422, "rule-broken")
                .pointsAt("/unitId");
        given.manager
                .api()
                .get("/assessments/" + planned.id() + "/scorecard?unit=" + other)
                .isProblem(404, "not-found");
    }

    private static void answer(String code, UUID unit, int people, int level) {
        for (int i = 0; i < people; i++) {
            Map<String, Object> body = GivenSurvey.answers(criterion -> level);
            body.put("unitId", unit);
            GivenSurvey.participant(code)
                    .post("/survey-sessions/current/answers", body)
                    .hasStatus(204);
        }
    }

    private Answer scorecard(Answer assessment, @Nullable UUID unit) {
        return given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/scorecard" + (unit == null ? "" : "?unit=" + unit))
                .hasStatus(200);
    }

    private JsonNode card(Answer assessment, @Nullable UUID unit) {
        return scorecard(assessment, unit).json();
    }

    private String answered(Answer assessment, @Nullable UUID unit) {
        List<String> found = new ArrayList<>();
        card(assessment, unit)
                .path("groups")
                .forEach(group ->
                        found.add(group.has("answered") ? group.path("answered").asText() : "hidden"));
        return String.join(" ", found);
    }

    private static JsonNode unit(JsonNode units, UUID id) {
        for (JsonNode each : units) {
            if (each.path("id").asText().equals(id.toString())) {
                return each;
            }
        }
        throw new AssertionError("no unit " + id);
    }
}
