// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;

/** The timeline of an assessment: what is late, and what is followed by itself. */
class TimelineTest {
    private final GivenSurvey given = new GivenSurvey();
    private final LocalDate today = LocalDate.now(Units.STOCKHOLM);

    private static String path(Answer assessment) {
        return "/assessments/" + assessment.id() + "/timeline";
    }

    private Map<String, Object> step(String kind, int from, int to) {
        return Map.of(
                "kind",
                kind,
                "startsOn",
                today.plusDays(from).toString(),
                "endsOn",
                today.plusDays(to).toString(),
                "responsible",
                "Tuva Exempel");
    }

    @Test
    void itSaysWhatIsLateAndFollowsTheSurveyByItself() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        Answer none = given.manager.api().get(path(assessment)).hasStatus(200);
        assertThat(none.json().at("/steps")).isEmpty();

        Answer made = given.manager
                .api()
                .put(
                        path(assessment),
                        none.etag(),
                        Map.of(
                                "steps",
                                List.of(
                                        step("report", 10, 14),
                                        step("survey", -10, -1),
                                        step("interviews", -20, -11),
                                        step("workshops", 0, 4))))
                .hasStatus(200);
        assertThat(made.json().at("/steps").findValuesAsText("kind"))
                .containsExactly("interviews", "survey", "workshops", "report");
        assertThat(made.json().at("/steps").findValuesAsText("state")).containsExactly("late", "late", "now", "later");

        given.open(assessment);
        given.close(assessment);
        Answer after = given.executive.api().get(path(assessment)).hasStatus(200);
        assertThat(after.text("/steps/1/state")).isEqualTo("done");
        assertThat(after.text("/steps/1/doneOn")).isEqualTo(today.toString());
        assertThat(after.json().at("/mayChange").asBoolean()).isFalse();
    }

    @Test
    void everyFaultIsToldAtOnceAndTwoDoNotOverwriteEachOther() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        var api = given.manager.api();
        api.put(path(assessment), "\"0\"", Map.of("steps", List.of(step("survey", 5, 2), step("survey", 1, 2))))
                .isProblem(422, "rule-broken")
                .pointsAt("/steps/0/endsOn")
                .pointsAt("/steps/1/kind");
        api.put(path(assessment), "\"0\"", Map.of("steps", List.of(step("survey", 1, 2))))
                .hasStatus(200);
        api.put(path(assessment), "\"0\"", Map.of("steps", List.of(step("survey", 1, 2))))
                .isProblem(412, "stale-version");
        given.executive
                .api()
                .put(path(assessment), "\"1\"", Map.of("steps", List.of(step("survey", 1, 2))))
                .isProblem(403, "not-permitted");
        new GivenSurvey().manager.api().get(path(assessment)).isProblem(404, "not-found");
    }
}
