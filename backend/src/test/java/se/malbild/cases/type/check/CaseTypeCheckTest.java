// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.malbild.platform.problem.FieldFault;
import se.malbild.testing.CaseTypeFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CaseTypeCheckTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WATER = "vattenverksamhet-anmalan";

    static List<String> keys() {
        return CaseTypeFiles.KEYS;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyTypeOfTheDemoIsFitForPublication(String key) {
        String json = CaseTypeFiles.json(key);

        assertThat(CaseTypeCheck.publication(json, namedIn(json))).isEmpty();
    }

    /** An authority that has just what the type names. */
    private static Surroundings namedIn(String json) {
        Set<String> units = new java.util.HashSet<>();
        Set<String> competences = new java.util.HashSet<>();
        JsonNode root = JSON.readTree(json);
        units.add(root.path("defaultUnit").asString());
        root.path("routingRule").forEach(rule -> {
            units.add(rule.path("unit").asString());
            competences.add(rule.path("competence").asString(""));
        });
        return new Surroundings(units, competences);
    }

    private record Planted(String name, String pointer, String code, Consumer<ObjectNode> fault) {}

    private static ObjectNode at(ObjectNode root, String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    private static ArrayNode list(ObjectNode root, String pointer) {
        return (ArrayNode) root.at(pointer);
    }

    private static List<Planted> planted() {
        List<Planted> all = new ArrayList<>();
        all.add(new Planted(
                "no legal basis",
                "/legalBasis",
                "required",
                root -> list(root, "/legalBasis").removeAll()));
        all.add(new Planted(
                "no decision types",
                "/decisionTypes",
                "required",
                root -> list(root, "/decisionTypes").removeAll()));
        all.add(new Planted(
                "no retention",
                "/retentionRule/rules",
                "required",
                root -> list(root, "/retentionRule/rules").removeAll()));
        all.add(new Planted(
                "no secrecy default", "/secrecyDefault", "required", root -> root.remove("secrecyDefault")));
        all.add(new Planted("something unknown", "/colour", "unknown_field", root -> root.put("colour", "blue")));
        all.add(new Planted(
                "a name in one language",
                "/name/en",
                "required",
                root -> at(root, "/name").remove("en")));
        all.add(new Planted(
                "an unknown clock",
                "/deadlines/2/clock",
                "not_an_option",
                root -> at(root, "/deadlines/2").put("clock", "sun")));
        all.add(new Planted(
                "an unknown start",
                "/deadlines/2/start",
                "not_an_option",
                root -> at(root, "/deadlines/2").put("start", "dawn")));
        all.add(new Planted(
                "an unknown unit of time",
                "/deadlines/2/unit",
                "not_an_option",
                root -> at(root, "/deadlines/2").put("unit", "moon")));
        all.add(new Planted(
                "a period of nothing",
                "/deadlines/2/length",
                "out_of_range",
                root -> at(root, "/deadlines/2").put("length", 0)));
        all.add(new Planted(
                "statute without a section",
                "/deadlines/2/basis",
                "no_provision",
                root -> at(root, "/deadlines/2").put("basis", "Vana")));
        all.add(new Planted(
                "the same deadline twice",
                "/deadlines/1/kind",
                "twice",
                root -> at(root, "/deadlines/1").put("kind", "registration")));
        all.add(new Planted(
                "no right under section 12",
                "/deadlines",
                "fl12_missing",
                root -> list(root, "/deadlines").remove(6)));
        all.add(new Planted(
                "an unknown event",
                "/steps/0/endActivity",
                "not_an_option",
                root -> at(root, "/steps/0").put("endActivity", "CaseEaten")));
        all.add(new Planted(
                "the same step twice",
                "/steps/1/key",
                "twice",
                root -> at(root, "/steps/1").put("key", "register")));
        all.add(new Planted(
                "an unknown unit", "/defaultUnit", "unknown_unit", root -> root.put("defaultUnit", "MARS")));
        all.add(new Planted(
                "an unknown unit in routing",
                "/routingRule/0/unit",
                "unknown_unit",
                root -> at(root, "/routingRule/0").put("unit", "MARS")));
        all.add(new Planted(
                "code in a condition",
                "/routingRule/0/if",
                "not_an_expression",
                root -> at(root, "/routingRule/0").put("if", "System.exit(0)")));
        all.add(new Planted(
                "a condition on an unknown field",
                "/routingRule/0/if",
                "unknown_field",
                root -> at(root, "/routingRule/0").put("if", "formData.moon == 'full'")));
        all.add(new Planted(
                "a condition that never holds",
                "/routingRule/0/if",
                "never_holds",
                root -> at(root, "/routingRule/0").put("if", "'swim' in formData.activities")));
        all.add(new Planted(
                "no rule for the rest",
                "/routingRule/0",
                "else_last",
                root -> list(root, "/routingRule").remove(1)));
        all.add(new Planted(
                "an open form",
                "/formSchema/additionalProperties",
                "not_closed",
                root -> at(root, "/formSchema").put("additionalProperties", true)));
        all.add(new Planted(
                "text without end",
                "/formSchema/properties/waterName",
                "unbounded",
                root -> at(root, "/formSchema/properties/waterName").remove("maxLength")));
        all.add(new Planted(
                "a number without end",
                "/formSchema/properties/northing",
                "unbounded",
                root -> at(root, "/formSchema/properties/northing").remove("maximum")));
        all.add(new Planted(
                "an unbounded pattern",
                "/formSchema/properties/property/pattern",
                "unbounded",
                root -> at(root, "/formSchema/properties/property").put("pattern", "^(a+)+$")));
        all.add(new Planted(
                "a reference out of the form",
                "/formSchema/properties/waterName/$ref",
                "unknown_keyword",
                root -> at(root, "/formSchema/properties/waterName").put("$ref", "https://example.org/")));
        all.add(new Planted(
                "a question in one language",
                "/formSchema/properties/waterName/x-titleEn",
                "required",
                root -> at(root, "/formSchema/properties/waterName").remove("x-titleEn")));
        all.add(new Planted(
                "a personal identity number",
                "/formSchema/properties/personnummer",
                "identity",
                root -> at(root, "/formSchema/properties")
                        .putObject("personnummer")
                        .put("type", "string")
                        .put("title", "x")
                        .put("x-titleEn", "x")
                        .put("maxLength", 13)));
        all.add(new Planted(
                "required but not there",
                "/formSchema/required/9",
                "unknown_field",
                root -> list(root, "/formSchema/required").add("moon")));
        all.add(new Planted(
                "an example that fails",
                "/formExamples/0/municipality",
                "not_an_option",
                root -> at(root, "/formExamples/0").put("municipality", "nowhere")));
        all.add(new Planted(
                "an example that lacks an answer",
                "/formExamples/0/property",
                "required",
                root -> at(root, "/formExamples/0").remove("property")));
        all.add(new Planted(
                "no example",
                "/formExamples",
                "required",
                root -> list(root, "/formExamples").removeAll()));
        all.add(new Planted(
                "a question without a place",
                "/uiSchema/order",
                "required",
                root -> list(root, "/uiSchema/order").remove(0)));
        all.add(new Planted(
                "a letter that is not there",
                "/decisionTypes/1/template",
                "unknown_letter",
                root -> at(root, "/decisionTypes/1").put("template", "poem")));
        all.add(new Planted(
                "appealable without an instance",
                "/decisionTypes/1/appealInstance",
                "required",
                root -> at(root, "/decisionTypes/1").remove("appealInstance")));
        all.add(new Planted(
                "the same outcome twice",
                "/decisionTypes/1/outcomes/1/key",
                "twice",
                root -> at(root, "/decisionTypes/1/outcomes/1").put("key", "no_action")));
        all.add(new Planted(
                "a placeholder in one language",
                "/letterTemplates/0/body/en",
                "placeholder_missing",
                root -> at(root, "/letterTemplates/0/body").put("en", "Hello {{caseNumber}}")));
        all.add(new Planted(
                "an unknown placeholder",
                "/letterTemplates/0/body/sv",
                "unknown_placeholder",
                root -> at(root, "/letterTemplates/0/body").put("sv", "Hej {{shoeSize}}")));
        all.add(new Planted(
                "an open bracket",
                "/letterTemplates/1/body/sv",
                "unbalanced",
                root -> at(root, "/letterTemplates/1/body")
                        .put("sv", root.at("/letterTemplates/1/body/sv").asString() + " [")));
        all.add(new Planted(
                "retention without the rest",
                "/retentionRule/rules",
                "else_last",
                root -> at(root, "/retentionRule/rules/0").put("outcome", "no_action")));
        all.add(new Planted(
                "disposal without years",
                "/retentionRule/rules/0/years",
                "required",
                root -> at(root, "/retentionRule/rules/0").put("action", "dispose")));
        all.add(new Planted(
                "a closed type shown in public",
                "/publicRegister/mode",
                "not_open",
                root -> at(root, "/secrecyDefault").put("level", "secret")));
        all.add(new Planted(
                "a competence nobody has",
                "/routingRule/0/competence",
                "unknown_competence",
                root -> at(root, "/routingRule/0").put("competence", "månberg")));
        all.add(new Planted(
                "an amount that is no number",
                "/decisionTypes/0/delegation/amountField",
                "not_a_number",
                root -> at(root, "/decisionTypes/0/delegation")
                        .put("amountLimitSek", 100_000)
                        .put("amountField", "/waterName")));
        all.add(new Planted(
                "an amount that is not asked for",
                "/decisionTypes/0/delegation/amountField",
                "unknown_field",
                root -> at(root, "/decisionTypes/0/delegation")
                        .put("amountLimitSek", 100_000)
                        .put("amountField", "/moon")));
        all.add(new Planted(
                "an amount without a limit",
                "/decisionTypes/0/delegation/amountLimitSek",
                "required",
                root -> at(root, "/decisionTypes/0/delegation").put("amountField", "/waterVolumePerDay")));
        all.add(new Planted(
                "an end before the beginning", "/validTo", "before_from", root -> root.put("validTo", "2025-01-01")));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> pointsAtEachPlantedFault() {
        return planted().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    ObjectNode root = (ObjectNode) JSON.readTree(CaseTypeFiles.json(WATER));
                    each.fault().accept(root);
                    assertThat(CaseTypeCheck.publication(root.toString(), namedIn(CaseTypeFiles.json(WATER))))
                            .extracting(fault -> fault.pointer() + " " + fault.code())
                            .contains(each.pointer() + " " + each.code());
                }));
    }

    @Test
    void tellsManyFaultsAtOnce() {
        ObjectNode root = (ObjectNode) JSON.readTree(CaseTypeFiles.json(WATER));
        list(root, "/legalBasis").removeAll();
        root.put("defaultUnit", "MARS");
        at(root, "/letterTemplates/0/body").put("sv", "Hej {{shoeSize}}");

        assertThat(CaseTypeCheck.publication(root.toString(), namedIn(CaseTypeFiles.json(WATER))))
                .extracting(FieldFault::pointer)
                .contains("/legalBasis", "/defaultUnit", "/letterTemplates/0/body/sv");
    }

    @Test
    void aDraftMayLackWhatPublicationDemandsButNotItsShape() {
        ObjectNode root = (ObjectNode) JSON.readTree(CaseTypeFiles.json(WATER));
        list(root, "/legalBasis").removeAll();

        assertThat(CaseTypeCheck.shape(root.toString())).isEmpty();
        root.put("initiative", "somebody");
        assertThat(CaseTypeCheck.shape(root.toString()))
                .extracting(FieldFault::pointer)
                .containsExactly("/initiative");
    }
}
