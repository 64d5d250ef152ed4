// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RoutingExpressionTest {
    private static final String FORM = """
        {"water": "sea", "animals": 250, "acute": true, "species": ["cattle", "hen"], "code": "90.20", "empty": ""}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "formData.water == 'sea'                                    | true",
                "formData.water == 'lake'                                   | false",
                "formData.water != 'lake'                                   | true",
                "formData.animals > 200                                     | true",
                "formData.animals >= 250.0 and formData.animals <= 250      | true",
                "formData.animals < 250                                     | false",
                "formData.acute == true                                     | true",
                "not formData.acute                                         | false",
                "'cattle' in formData.species                               | true",
                "'pig' in formData.species or 'hen' in formData.species     | true",
                "formData.water in ['sea', 'lake']                          | true",
                "formData.code starts '90.'                                 | true",
                "formData.code starts '91.'                                 | false",
                "formData.code is set                                       | true",
                "formData.empty is set                                      | false",
                "formData.missing is set                                    | false",
                "formData.missing == 'x' or formData.missing > 1            | false",
                "(formData.water == 'lake' or formData.acute) and formData.animals > 1 | true",
                "formData.water == 'lake' and formData.acute or formData.acute | true",
            })
    void decidesByTheAnswersOfAForm(String text, boolean expected) throws Exception {
        assertThat(RoutingExpression.parse(text)
                        .holds(JsonMapper.builder().build().readTree(FORM)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "formData",
                "formData.water ==",
                "formData.water = 'sea'",
                "formData.water == 'sea",
                "formData.water.length > 1",
                "formData['water'] == 'sea'",
                "System.exit(0)",
                "formData.water == 'sea' formData.acute",
                "(formData.acute",
                "formData.code matches '(a+)+'",
                "'a' in ['a', ]",
            })
    void takesNothingElse(String text) {
        assertThatThrownBy(() -> RoutingExpression.parse(text)).isInstanceOf(RoutingExpression.SyntaxException.class);
    }

    @Test
    void saysWhereItGoesWrong() {
        assertThatThrownBy(() -> RoutingExpression.parse("formData.water = 'sea'"))
                .isInstanceOfSatisfying(
                        RoutingExpression.SyntaxException.class,
                        wrong -> assertThat(wrong.at()).isBetween(15, 17));
    }

    @Test
    void isBoundedInLengthAndDepth() {
        assertThatThrownBy(() -> RoutingExpression.parse("(".repeat(100) + "formData.a" + ")".repeat(100)))
                .isInstanceOf(RoutingExpression.SyntaxException.class);
        assertThatThrownBy(() -> RoutingExpression.parse("formData.a or ".repeat(60) + "formData.a"))
                .isInstanceOf(RoutingExpression.SyntaxException.class);
    }

    @Test
    void namesItsFieldsAndWhatTheyAreHeldAgainst() throws Exception {
        RoutingExpression expression = RoutingExpression.parse(
                "'cattle' in formData.species or formData.water == 'sea' and formData.animals > 3");

        assertThat(expression.fields()).containsExactly("species", "water", "animals");
        assertThat(expression.held())
                .containsExactly(
                        new RoutingExpression.Held("species", "cattle"), new RoutingExpression.Held("water", "sea"));
    }
}
