// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.deadline.Deadline;
import se.malbild.platform.problem.FieldFault;
import se.malbild.testing.CaseTypeFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CaseTypeReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<String> keys() {
        return CaseTypeFiles.KEYS;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void readsEveryDemoTypeWithItsDecisionsLettersAndRetention(String key) {
        CaseType type = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json(key));

        assertThat(type.key()).isEqualTo(key);
        assertThat(type.decisionTypes()).isNotEmpty();
        type.decisionTypes().forEach(decision -> {
            assertThat(type.letter(decision.template()))
                    .as("the letter of " + decision.key())
                    .isPresent();
            assertThat(decision.outcomes()).isNotEmpty();
            assertThat(decision.appealable()).isEqualTo(decision.appealInstance() != null);
        });
        assertThat(type.retentionFor("whatever")).as("a rule for every outcome").isPresent();
        assertThat(type.steps()).extracting(CaseType.Step::key).contains("register", "close");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void takesTheExamplesOfEveryFormAndTellsWhatIsMissing(String key) {
        CaseType type = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json(key));
        FormRules rules = FormRules.of(type);
        JsonNode root = JSON.readTree(type.json());

        for (JsonNode example : root.path("formExamples")) {
            assertThat(rules.check(example.toString()).complete())
                    .as("%s", rules.check(example.toString()))
                    .isTrue();
            for (JsonNode required : root.path("formSchema").path("required")) {
                ObjectNode without = (ObjectNode) example.deepCopy();
                without.remove(required.asString());
                FormRules.Result result = rules.check(without.toString());
                assertThat(result.missing())
                        .extracting(FieldFault::pointer)
                        .contains("/formData/" + required.asString());
                assertThat(result.wrong()).as("a gap is no fault").isEmpty();
            }
            ObjectNode more = (ObjectNode) example.deepCopy();
            more.put("somethingElse", 1);
            assertThat(rules.check(more.toString()).wrong())
                    .extracting(FieldFault::code)
                    .containsExactly("unknown_field");
        }
    }

    @Test
    void aValueOfTheWrongFormIsPointedAt() {
        FormRules rules =
                FormRules.of(CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("strandskydd-overprovning")));

        FormRules.Result result = rules.check("""
            {"municipality": "nowhere", "municipalDecisionDate": "yesterday", "northing": "north", "measures": []}""");

        assertThat(result.wrong())
                .extracting(FieldFault::pointer)
                .contains(
                        "/formData/municipality",
                        "/formData/municipalDecisionDate",
                        "/formData/northing",
                        "/formData/measures");
    }

    @Test
    void theShoreReviewIsDueThreeWeeksAfterArrivalPastHolidays() {
        CaseType type = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("strandskydd-overprovning"));

        Deadline review = type.deadlines().stream()
                .filter(rule -> rule.kind().equals("review_decision"))
                .findFirst()
                .orElseThrow()
                .from(UUID.randomUUID(), LocalDate.of(2026, 5, 29));

        assertThat(review.clock()).isEqualTo(Deadline.Clock.STATUTORY);
        assertThat(review.dueDate()).as("midsummer is passed over").isEqualTo(LocalDate.of(2026, 6, 22));
    }

    @Test
    void theSixMonthsOfSection12AreNotMoved() {
        CaseType type = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("vattenverksamhet-anmalan"));

        Deadline right = type.deadlines().stream()
                .filter(rule -> rule.kind().equals("fl12_right"))
                .findFirst()
                .orElseThrow()
                .from(UUID.randomUUID(), LocalDate.of(2026, 8, 31));

        assertThat(right.dueDate()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void animalWelfareIsRestrictedFromTheStartAndWithheldFromTheWeb() {
        CaseType type = CaseTypeReader.read(UUID.randomUUID(), CaseTypeFiles.json("djurskydd-anmalan"));

        assertThat(type.secrecyDefault()).isEqualTo(SecrecyLevel.RESTRICTED);
        assertThat(type.publicMode()).isEqualTo(CaseType.PublicMode.WITHHOLD);
    }

    @Test
    void aTypeWithoutWhatEveryTypeNeedsIsRefused() {
        for (String part :
                new ArrayList<>(Map.of("retentionRule", 1, "legalBasis", 1, "secrecyDefault", 1, "decisionTypes", 1)
                        .keySet())) {
            ObjectNode root = (ObjectNode) JSON.readTree(CaseTypeFiles.json("skyddsjakt"));
            root.remove(part);
            assertThatThrownBy(() -> CaseTypeReader.read(UUID.randomUUID(), root.toString()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(part);
        }
    }
}
