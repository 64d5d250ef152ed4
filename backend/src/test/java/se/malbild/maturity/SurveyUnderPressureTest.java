// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** What must not happen in a survey, whatever is sent to it or changed beside it. */
class SurveyUnderPressureTest {
    private static final String ANSWERS = "/survey-sessions/current/answers";
    private static final String QUESTIONS = "/survey-sessions/current/questions";
    private static final String OWN = "/maturity-models/var-modell/versions/";
    private static final int TEN_MEGABYTES = 10 << 20;

    private final GivenSurvey given = new GivenSurvey();

    @Test
    void aTextOfTenMegabytesIsRefusedAndNothingIsKeptOfIt() {
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        Api officer = GivenSurvey.participant(given.open(assessment).of("handlaggare"));
        Map<String, Object> sent = commented("å".repeat(TEN_MEGABYTES / 2));

        officer.post(ANSWERS, sent).isProblem(413, "too-large");

        assertThat(counters()).isZero();
        sent.putAll(commented("Kartan saknas."));
        officer.post(ANSWERS, sent).hasStatus(204);
        assertThat(counters()).isPositive();
    }

    @Test
    void aScriptInATextIsWordsAndNothingElse() {
        String script = "<script>alert('1')</script> & <img src=x onerror=alert(1)>";
        Answer assessment = given.planned(GivenSurvey.GROUPS);
        String code = given.open(assessment).of("handlaggare");
        for (int person = 0; person < 5; person++) {
            GivenSurvey.participant(code).post(ANSWERS, commented(script)).hasStatus(204);
        }
        given.close(assessment);

        Answer listed = given.manager
                .api()
                .get("/assessments/" + assessment.id() + "/survey/comments")
                .hasStatus(200);

        assertThat(listed.json().path("items").findValuesAsText("text"))
                .hasSize(5)
                .containsOnly(script);
        assertThat(listed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(listed.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aSurveyAsksByTheModelItWasOpenedWithWhateverBecomesOfTheModel() {
        publish(drafted("digital-arendehantering", "1.0.0", "1.0.0"));
        Map<String, Object> wanted = given.wanted(GivenSurvey.GROUPS);
        wanted.put("model", Map.of("id", "var-modell", "version", "1.0.0"));
        Answer assessment = given.manager.api().post("/assessments", wanted).hasStatus(201);
        Api officer = GivenSurvey.participant(given.open(assessment).of("handlaggare"));
        JsonNode asked = officer.get(QUESTIONS).hasStatus(200).json();

        Answer next = drafted("var-modell", "1.0.0", "2.0.0");
        Map<String, Object> document = document(next);
        criteria(document).removeLast();
        criteria(document).getFirst().put("question", Map.of("sv", "Något annat?", "en", "Something else?"));
        publish(change(next, document).hasStatus(200));
        Answer first = given.executive.api().get(OWN + "1.0.0").hasStatus(200);
        change(first, document).isProblem(409, "conflict");
        given.executive
                .api()
                .with("If-Match", first.etag())
                .post(OWN + "1.0.0/withdrawal", Map.of("reason", "Den ersätts av nästa version."))
                .hasStatus(200);

        assertThat(officer.get(QUESTIONS).hasStatus(200).json()).isEqualTo(asked);
        officer.post(ANSWERS, GivenSurvey.answers(criterion -> 3)).hasStatus(204);
        given.close(assessment);
        assertThat(given.scorecard(assessment).json().path("criteria"))
                .hasSize(asked.path("questions").size());
    }

    private static Map<String, Object> commented(String text) {
        Map<String, Object> sent = GivenSurvey.answers(criterion -> 3);
        List<Object> answers = new ArrayList<>((List<?>) Objects.requireNonNull(sent.get("answers")));
        Map<String, Object> first = new HashMap<>();
        ((Map<?, ?>) answers.getFirst()).forEach((name, value) -> first.put((String) name, value));
        first.put("comment", text);
        answers.set(0, first);
        sent.put("answers", answers);
        return sent;
    }

    private int counters() {
        UUID authority = given.authority.authorityId();
        return TestService.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("""
                        SELECT (SELECT COUNT(*) FROM survey_counters WHERE authority_id = :id)
                             + (SELECT COUNT(*) FROM survey_comments WHERE authority_id = :id)""")
                        .bind("id", authority)
                        .mapTo(Integer.class)
                        .one());
    }

    private Answer drafted(String from, String fromVersion, String version) {
        return given.developer
                .api()
                .post(
                        "/maturity-models",
                        Map.of(
                                "basedOn",
                                Map.of("id", from, "version", fromVersion),
                                "id",
                                "var-modell",
                                "version",
                                version))
                .hasStatus(201);
    }

    private Answer change(Answer version, Map<String, Object> document) {
        return given.developer
                .api()
                .put(OWN + version.text("/summary/version"), version.etag(), Map.of("document", document));
    }

    private void publish(Answer draft) {
        given.executive
                .api()
                .with("If-Match", draft.etag())
                .post(OWN + draft.text("/summary/version") + "/publication", null)
                .hasStatus(200);
    }

    private static Map<String, Object> document(Answer version) {
        return new ObjectMapper()
                .convertValue(version.json().path("document"), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> criteria(Map<String, Object> document) {
        return (List<Map<String, Object>>) Objects.requireNonNull(document.get("criteria"));
    }
}
