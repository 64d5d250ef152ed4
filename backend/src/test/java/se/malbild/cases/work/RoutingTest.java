// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.malbild.testing.CaseTypeFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routing tells what the whole language of case types can say, and nothing it cannot read. */
class RoutingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode FORM = JSON.readTree(
            "{\"species\": [\"cattle\", \"horse\"], \"animalCount\": 120, \"acute\": false, \"kind\": \"sea\"}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "formData.kind == 'sea'                                   | true",
                "'pig' in formData.species or 'horse' in formData.species | true",
                "formData.animalCount > 100 and not formData.acute        | true",
                "formData.animalCount <= 100                              | false",
                "formData.kind starts 'la'                                | false",
                "formData.owner is set                                    | false",
            })
    void tellsAllThatTheLanguageCanSay(String condition, boolean expected) {
        assertThat(Routing.holds(condition, FORM)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "formData.kind = 'sea'", "kind == 'sea'", "formData.kind == 'sea' or"})
    void cannotTellWhatIsNotInTheLanguage(String condition) {
        assertThat(Routing.holds(condition, FORM)).isEqualTo(Optional.empty());
    }

    @Test
    void tellsEveryConditionOfTheTypesThatComeWithTheProduct() {
        for (String key : CaseTypeFiles.KEYS) {
            for (JsonNode row : JSON.readTree(CaseTypeFiles.json(key)).path("routingRule")) {
                if (row.has("if")) {
                    assertThat(Routing.holds(row.path("if").asString(), FORM))
                            .as(key + ": " + row.path("if").asString())
                            .isPresent();
                }
            }
        }
    }
}
