// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.malbild.access.permission.Role;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** Assessments of the same unit over time: what may be held against each other, and what stays hidden. */
class HistoryTest {
    private static final Map<String, Integer> GROUPS = Map.of("ledning", 20, "handlaggare", 20);
    private static final List<String> KU = List.of("KU1", "KU2", "KU3", "KU4");

    private final GivenSurvey given = new GivenSurvey();

    @Test
    void levelsOfEarlierAssessmentsStandBesideThoseOfNowWithWhatTheyRestedOn() {
        Answer first = answered(planned(null), 6, 2, 8, 2);
        finish(first, 2);
        Answer second = answered(planned(null), 9, 4, 14, 3);
        decide(second, "KU1", 3);

        JsonNode history = history(given.manager.api(), second);

        assertThat(history.at("/assessments/0/id").asText()).isEqualTo(first.id());
        assertThat(history.at("/assessments/1/id").asText()).isEqualTo(second.id());
        assertThat(history.path("assessments")).hasSize(2);
        JsonNode decided = criterion(history, "KU1");
        assertThat(decided.path("points").findValuesAsText("assessmentId")).containsExactly(first.id(), second.id());
        assertThat(decided.at("/points/0/level").asInt()).isEqualTo(2);
        assertThat(decided.at("/points/1/level").asInt()).isEqualTo(3);
        assertThat(decided.at("/text/sv").asText()).matches("2 i \\p{L}+ \\d{4} → 3 i \\p{L}+ \\d{4}");
        assertThat(decided.path("undecided").asBoolean()).isFalse();
        // 8 and 14 answered: six between. 6 and 9: three between, so only the newer is shown.
        assertThat(shown(decided.at("/points/0"), "handlaggare")).isEqualTo("level 2");
        assertThat(shown(decided.at("/points/1"), "handlaggare")).isEqualTo("level 3");
        assertThat(shown(decided.at("/points/0"), "ledning")).isEqualTo("too_few");
        assertThat(shown(decided.at("/points/1"), "ledning")).isEqualTo("level 4");
        JsonNode undecided = criterion(history, "KU2");
        assertThat(undecided.path("undecided").asBoolean()).isTrue();
        assertThat(undecided.path("points")).hasSize(1);
        assertThat(undecided.at("/text/en").asText()).endsWith("→ not decided yet");
        assertThat(shown(undecided.at("/points/0"), "ledning"))
                .as("the scorecard shows the group as it is now, so what it said then stays hidden")
                .isEqualTo("too_few");
        assertThat(history.toString()).doesNotContain("\"count\"", "distribution", "respondents");

        assertThat(history(given.manager.api(), first).path("criteria"))
                .as("there is nothing before the first")
                .isEmpty();
    }

    @Test
    void onlyDecidedAssessmentsOfTheSameUnitAreTold() {
        finish(answered(planned(null), 6, 2, 8, 2), 2);
        answered(planned(null), 6, 2, 8, 2);
        Map<String, Object> elsewhere = given.wanted(GROUPS);
        elsewhere.put("unitId", given.authority.unit("DJU"));
        Answer other = given.developer.api().post("/assessments", elsewhere).hasStatus(201);
        Answer now = planned(null);

        assertThat(history(given.manager.api(), now).path("assessments")).hasSize(2);
        assertThat(history(given.developer.api(), other).path("assessments")).hasSize(1);
        Given strangers = Given.anAuthority();
        for (Api stranger : List.of(
                strangers.as(Role.EXECUTIVE),
                given.authority
                        .person(Role.UNIT_MANAGER, given.authority.unit("SKO"))
                        .api())) {
            stranger.get("/assessments/" + now.id() + "/history").isProblem(404, "not-found");
        }
    }

    @Test
    void aCriterionThatMeantSomethingElseIsLeftOutAndCounted() {
        publishOwnModel();
        finish(answered(planned("var-modell"), 6, 2, 8, 2), 2);
        Answer now = answered(planned(null), 6, 2, 8, 2);

        JsonNode history = history(given.manager.api(), now);

        assertThat(criterion(history, "KU1").path("points")).isEmpty();
        assertThat(criterion(history, "KU1").path("otherMeaning").asInt()).isEqualTo(1);
        assertThat(criterion(history, "KU2").path("points")).hasSize(1);
        assertThat(criterion(history, "KU2").path("otherMeaning").asInt()).isZero();
    }

    private void publishOwnModel() {
        Answer draft = given.developer
                .api()
                .post(
                        "/maturity-models",
                        Map.of(
                                "basedOn",
                                Map.of("id", "digital-arendehantering", "version", "1.0.0"),
                                "id",
                                "var-modell",
                                "version",
                                "1.0.0"))
                .hasStatus(201);
        Map<String, Object> document = document(draft);
        criteria(document).stream()
                .filter(each -> "KU1".equals(each.get("code")))
                .forEach(each -> each.put("question", Map.of("sv", "Hur mår vi?", "en", "How are we?")));
        String path = "/maturity-models/var-modell/versions/1.0.0";
        Answer changed = given.developer
                .api()
                .put(path, draft.etag(), Map.of("document", document))
                .hasStatus(200);
        given.executive
                .api()
                .with("If-Match", changed.etag())
                .post(path + "/publication", null)
                .hasStatus(200);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> criteria(Map<String, Object> document) {
        return (List<Map<String, Object>>) Objects.requireNonNull(document.get("criteria"));
    }

    private static Map<String, Object> document(Answer detail) {
        return new ObjectMapper()
                .convertValue(detail.json().path("document"), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private Answer planned(@Nullable String model) {
        Map<String, Object> body = given.wanted(GROUPS);
        body.put("perspectives", List.of("KU"));
        if (model != null) {
            body.put("model", Map.of("id", model, "version", "1.0.0"));
        }
        return given.manager.api().post("/assessments", body).hasStatus(201);
    }

    /** Answered by so many of management and of officers, each at one level, and closed. */
    private Answer answered(Answer planned, int management, int level, int officers, int officersLevel) {
        GivenSurvey.Links codes = given.open(planned);
        for (int i = 0; i < management + officers; i++) {
            boolean leads = i < management;
            List<Map<String, Object>> answers = KU.stream()
                    .map(each -> Map.<String, Object>of(
                            "criterion", each, "level", leads ? level : officersLevel, "dontKnow", false))
                    .toList();
            GivenSurvey.participant(codes.of(leads ? "ledning" : "handlaggare"))
                    .post(
                            "/survey-sessions/current/answers",
                            Map.of("submissionId", java.util.UUID.randomUUID(), "answers", answers))
                    .hasStatus(204);
        }
        return given.close(planned);
    }

    private void decide(Answer assessment, String criterion, int level) {
        LifeOfAnAssessmentTest.decide(given.manager.api(), assessment, criterion, level, null)
                .hasStatus(201);
    }

    private void finish(Answer assessment, int level) {
        KU.forEach(each -> decide(assessment, each, level));
        GivenSurvey.act(given.manager.api(), given.read(assessment), "completion", null)
                .hasStatus(200);
    }

    private static JsonNode history(Api as, Answer assessment) {
        return as.get("/assessments/" + assessment.id() + "/history")
                .hasStatus(200)
                .json();
    }

    private static JsonNode criterion(JsonNode history, String code) {
        for (JsonNode each : history.path("criteria")) {
            if (each.path("criterion").asText().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no criterion " + code);
    }

    private static String shown(JsonNode point, String group) {
        JsonNode rated = LifeOfAnAssessmentTest.group(point, group);
        return rated.path("shown").asText()
                + (rated.has("level") ? " " + rated.path("level").asInt() : "");
    }
}
