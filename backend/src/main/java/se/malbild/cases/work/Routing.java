// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.CaseFile;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.check.RoutingExpression;
import se.malbild.platform.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the routing rule (fördelningsregel) of a case's type: the first row whose condition holds says the competence wanted. */
@Singleton
class Routing {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What the rule says.
     *
     * @param known whether it could be worked out
     * @param competence what it names, if anything
     */
    record Finding(boolean known, @Nullable String competence, Text explanation) {}

    /** What the rule of the type says of the case. */
    Finding of(CaseType type, CaseFile file) {
        JsonNode form = JSON.readTree(file.formData());
        for (JsonNode row : JSON.readTree(type.json()).path("routingRule")) {
            Optional<Boolean> holds = row.path("else").asBoolean(false)
                    ? Optional.of(true)
                    : holds(row.path("if").asString(""), form);
            if (holds.isEmpty()) {
                return new Finding(
                        false,
                        null,
                        new Text(
                                "Ärendetypens fördelningsregel kan inte prövas för det här ärendet. Bedöm själv vilken kompetens som behövs.",
                                "The routing rule of the case type cannot be worked out for this case. Judge for yourself which competence is needed."));
            }
            if (holds.get()) {
                return named(row.path("competence").asString(""));
            }
        }
        return new Finding(
                true,
                null,
                new Text(
                        "Ärendetypen har ingen fördelningsregel för ett sådant ärende.",
                        "The case type has no routing rule for such a case."));
    }

    /** Whether a condition holds; empty where it is not in the language, as in an older version of a type, so that nobody is sent a case by a guess. */
    static Optional<Boolean> holds(String condition, JsonNode form) {
        try {
            return Optional.of(RoutingExpression.parse(condition).holds(form));
        } catch (RoutingExpression.SyntaxException notTheLanguage) {
            return Optional.empty();
        }
    }

    private static Finding named(String competence) {
        return competence.isBlank()
                ? new Finding(
                        true,
                        null,
                        new Text(
                                "Ärendetypens fördelningsregel anger ingen kompetens.",
                                "The routing rule of the case type names no competence."))
                : new Finding(
                        true,
                        competence,
                        new Text(
                                "Ärendetypens fördelningsregel anger kompetensen %s.".formatted(competence),
                                "The routing rule of the case type names the competence %s.".formatted(competence)));
    }
}
