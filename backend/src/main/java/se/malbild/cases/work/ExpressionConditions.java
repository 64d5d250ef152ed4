// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.Optional;
import se.malbild.cases.type.check.RoutingExpression;
import tools.jackson.databind.JsonNode;

/**
 * The conditions of routing rules, in the language that a case type's conditions are checked in before it is published. Of what is not in
 * that language it says that it cannot tell: an older version of a type may hold something else.
 */
@Singleton
class ExpressionConditions implements RoutingCondition {

    @Override
    public Optional<Boolean> holds(String condition, JsonNode formData) {
        try {
            return Optional.of(RoutingExpression.parse(condition).holds(formData));
        } catch (RoutingExpression.SyntaxException notTheLanguage) {
            return Optional.empty();
        }
    }
}
