// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The plain conditions of routing rules: {@code formData.x == 'a'} (or {@code true}, {@code false}), {@code 'a' in formData.x}, and
 * several of these with {@code or} between. Of anything else it says that it cannot tell.
 */
@Singleton
class PlainConditions implements RoutingCondition {
    private static final Pattern EQUALS =
            Pattern.compile("formData\\.([a-z][A-Za-z0-9]{0,59}) == (?:'([^']{0,200})'|(true|false))");
    private static final Pattern IN = Pattern.compile("'([^']{0,200})' in formData\\.([a-z][A-Za-z0-9]{0,59})");

    @Override
    public Optional<Boolean> holds(String condition, JsonNode formData) {
        boolean any = false;
        for (String part : condition.split(" or ", -1)) {
            Optional<Boolean> one = one(part.strip(), formData);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            any |= one.get();
        }
        return Optional.of(any);
    }

    private static Optional<Boolean> one(String part, JsonNode form) {
        Matcher equals = EQUALS.matcher(part);
        if (equals.matches()) {
            String wanted = equals.group(2) == null ? equals.group(3) : equals.group(2);
            JsonNode answer = form.path(equals.group(1));
            return Optional.of(answer.isValueNode()
                    && (equals.group(2) == null) == answer.isBoolean()
                    && answer.asString().equals(wanted));
        }
        Matcher in = IN.matcher(part);
        if (in.matches()) {
            JsonNode answers = form.path(in.group(2));
            return Optional.of(answers.isArray()
                    && StreamSupport.stream(answers.spliterator(), false)
                            .anyMatch(answer ->
                                    answer.isString() && answer.asString().equals(in.group(1))));
        }
        return Optional.empty();
    }
}
