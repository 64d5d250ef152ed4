// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;

/** By a model of the authority's own, advice is given on the criteria that are the same as in the model the catalogue is for. */
class OwnModelAdviceTest {
    private final GivenAssessments given = new GivenAssessments();
    private final Api developer = given.developer.api();
    private final Api executive = given.executive.api();

    @Test
    void sharedCriteriaAreAdvisedOnAndRewordedOnesAreNot() {
        Answer draft = developer
                .post(
                        "/maturity-models",
                        Map.of(
                                "basedOn", Map.of("id", "digital-arendehantering", "version", "1.0.0"),
                                "id", "var-modell",
                                "version", "1.0.0"))
                .hasStatus(201);
        ObjectNode document = (ObjectNode) draft.json().path("document");
        ((ArrayNode) document.path("criteria")).forEach(criterion -> {
            if (criterion.path("code").asText().equals("LS1")) {
                ((ObjectNode) criterion.path("levels").get(0)).put("text", "Något helt annat.");
            }
        });
        String path = "/maturity-models/var-modell/versions/1.0.0";
        Answer changed =
                developer.put(path, draft.etag(), Map.of("document", document)).hasStatus(200);
        executive
                .with("If-Match", changed.etag())
                .post(path + "/publication", null)
                .hasStatus(200);

        Answer assessment = developer
                .post(
                        "/assessments",
                        Map.of(
                                "name",
                                "Med egen modell",
                                "unitId",
                                given.water,
                                "periodFrom",
                                "2025-10-01",
                                "periodTo",
                                "2026-09-30",
                                "model",
                                Map.of("id", "var-modell", "version", "1.0.0"),
                                "groups",
                                List.of(Map.of("group", "handlaggare", "invited", 12))))
                .hasStatus(201);
        String at = "/assessments/" + assessment.id();
        developer
                .with("If-Match", assessment.etag())
                .post(at + "/survey", Map.of("openLink", true))
                .hasStatus(201);
        developer
                .with("If-Match", developer.get(at).etag())
                .post(at + "/survey/closing", null)
                .hasStatus(200);
        for (String criterion : List.of("LS1", "LS4")) {
            executive
                    .post(
                            at + "/criteria/" + criterion + "/decisions",
                            Map.of("level", 1, "reason", "Underlaget pekar åt samma håll."))
                    .hasStatus(201);
            given.accepted(UUID.fromString(assessment.id()), criterion, 4, 3);
        }

        Answer advice = developer.get(at + "/recommendations").hasStatus(200);
        assertThat(advice.json().at("/items")).isNotEmpty();
        assertThat(advice.json().at("/items").findValuesAsText("criterion"))
                .as("LS4 says the same as the product's, LS1 no longer does")
                .contains("LS4");
        assertThat(advice.json().at("/criteriaWithoutAdvice").findValuesAsText("criterion"))
                .contains("LS1");
    }
}
