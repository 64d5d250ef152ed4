// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;

/** An assessment of some perspectives asks about these, and about nothing else anywhere. */
class ChosenPerspectivesTest {
    private final GivenSurvey given = new GivenSurvey();

    private Answer planned(List<String> perspectives) {
        Map<String, Object> wanted = given.wanted(Map.of("handlaggare", 12));
        wanted.put("perspectives", perspectives);
        return given.manager.api().post("/assessments", wanted);
    }

    @Test
    void onlyTheCriteriaOfWhatIsChosenAreAskedShownAndDecided() {
        Answer planned = planned(List.of("AP", "KU")).hasStatus(201);
        assertThat(planned.json().at("/criteriaCount").asInt()).isEqualTo(10);
        assertThat(planned.json().at("/perspectives").findValuesAsText("code")).containsExactly("AP", "KU");

        GivenSurvey.Links codes = given.open(planned);
        Answer questions = GivenSurvey.participant(codes.of("handlaggare"))
                .get("/survey-sessions/current/questions")
                .hasStatus(200);
        assertThat(questions.json().findValuesAsText("perspective"))
                .isNotEmpty()
                .containsOnly("AP", "KU");
        given.close(planned);

        Answer scorecard = given.scorecard(planned);
        assertThat(scorecard.json().at("/criteria")).hasSize(10);
        Map<String, Object> decision = Map.of("level", 3, "reason", "Underlaget pekar åt samma håll.");
        given.manager
                .api()
                .post("/assessments/" + planned.id() + "/criteria/LS1/decisions", decision)
                .isProblem(404, "not-found");
        given.manager
                .api()
                .post("/assessments/" + planned.id() + "/criteria/AP1/decisions", decision)
                .hasStatus(201);
        for (String use : List.of("AP3", "AP4")) {
            given.manager
                    .api()
                    .post("/assessments/" + planned.id() + "/criteria/" + use + "/decisions", decision)
                    .hasStatus(201);
        }
        assertThat(given.scorecard(planned).json().at("/nyttogap/pairs").findValuesAsText("use"))
                .as("AP3 is held against AP1, which is asked about; the intake of AP4 is left out")
                .containsExactly("AP3");
    }

    @Test
    void aPerspectiveThatTheModelLacksIsNamed() {
        planned(List.of("AP", "ZZ")).isProblem(422, "rule-broken").pointsAt("/perspectives/1");
        planned(List.of()).hasStatus(400);
    }
}
