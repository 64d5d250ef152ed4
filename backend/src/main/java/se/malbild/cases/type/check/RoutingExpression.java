// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A condition on the answers of a form, in the small language of routing rules (CASES §6): {@code formData.x}, texts in single quotes,
 * numbers, {@code true} and {@code false}, lists in brackets; {@code == != > >= < <= in starts}, {@code is set}; {@code and or not} and
 * parentheses. It names nothing but fields of the form, calls nothing and repeats nothing: its work is bounded by its own length.
 *
 * <pre>
 * either := both { "or" both }          both := one { "and" one }
 * one    := "not" one | "(" either ")" | value [ operator value | "is set" ]
 * </pre>
 */
public final class RoutingExpression {
    /** Longest text of an expression. */
    public static final int MOST_CHARACTERS = 500;

    private static final int DEEPEST = 20;
    private static final Pattern TOKEN = Pattern.compile("\\s{0,500}(?:(?<field>formData\\.[a-z][A-Za-z0-9]{0,59})"
            + "|(?<text>'[^']{0,200}')|(?<number>-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)|(?<word>[a-z]{1,10})"
            + "|(?<sign>==|!=|>=|<=|>|<|\\(|\\)|\\[|]|,))");
    private static final List<String> OPERATORS = List.of("==", "!=", ">", ">=", "<", "<=", "in", "starts");

    private final Node root;

    private RoutingExpression(Node root) {
        this.root = root;
    }

    /** What is wrong with an expression, and at which character (1 = the first). */
    public static final class SyntaxException extends Exception {
        private final int at;

        SyntaxException(int at) {
            super("not an expression at " + at, null, false, false);
            this.at = at;
        }

        /** The character it goes wrong at. */
        public int at() {
            return at;
        }
    }

    /** A part of the condition. */
    private sealed interface Node {
        record Either(List<Node> parts) implements Node {}

        record Both(List<Node> parts) implements Node {}

        record Not(Node part) implements Node {}

        record IsSet(Value value) implements Node {}

        record Compare(Value left, String operator, Value right) implements Node {}

        record Truth(Value value) implements Node {}
    }

    private sealed interface Value {
        record Field(String name) implements Value {}

        record Words(String text) implements Value {}

        record Figure(BigDecimal number) implements Value {}

        record YesNo(boolean yes) implements Value {}

        record Several(List<Value> values) implements Value {}
    }

    /** A field held against a value it must be able to have, for checking that it can. */
    public record Held(String field, String value) {}

    /** Reads an expression. */
    public static RoutingExpression parse(String text) throws SyntaxException {
        if (text.length() > MOST_CHARACTERS) {
            throw new SyntaxException(MOST_CHARACTERS + 1);
        }
        return new RoutingExpression(new Reader(text).whole());
    }

    /** The fields it names. */
    public List<String> fields() {
        List<String> names = new ArrayList<>();
        eachValue(root, value -> {
            if (value instanceof Value.Field field) {
                names.add(field.name());
            }
        });
        return names.stream().distinct().toList();
    }

    /** The texts that fields are held against by {@code ==}, {@code !=} and {@code in}. */
    public List<Held> held() {
        List<Held> found = new ArrayList<>();
        eachCompare(root, compare -> {
            if (compare.operator().equals("starts")) {
                return;
            }
            if (compare.left() instanceof Value.Field field) {
                texts(compare.right()).forEach(text -> found.add(new Held(field.name(), text)));
            } else if (compare.right() instanceof Value.Field field) {
                texts(compare.left()).forEach(text -> found.add(new Held(field.name(), text)));
            }
        });
        return found;
    }

    /** Whether it holds for the answers of a form. What is not answered is neither equal to nor greater than anything. */
    public boolean holds(JsonNode formData) {
        return holds(root, formData);
    }

    private static boolean holds(Node node, JsonNode form) {
        return switch (node) {
            case Node.Either either -> either.parts().stream().anyMatch(part -> holds(part, form));
            case Node.Both both -> both.parts().stream().allMatch(part -> holds(part, form));
            case Node.Not not -> !holds(not.part(), form);
            case Node.IsSet set -> !of(set.value(), form).isEmpty();
            case Node.Truth truth -> of(truth.value(), form).contains(Boolean.TRUE);
            case Node.Compare compare -> compares(compare, form);
        };
    }

    private static boolean compares(Node.Compare compare, JsonNode form) {
        List<Object> left = of(compare.left(), form);
        List<Object> right = of(compare.right(), form);
        if (left.size() != 1) {
            return false;
        }
        Object one = left.getFirst();
        return switch (compare.operator()) {
            case "in" -> right.contains(one);
            case "==" -> right.size() == 1 && right.getFirst().equals(one);
            case "!=" -> right.size() == 1 && !right.getFirst().equals(one);
            case "starts" ->
                one instanceof String text
                        && right.size() == 1
                        && right.getFirst() instanceof String beginning
                        && text.startsWith(beginning);
            default ->
                one instanceof BigDecimal number
                        && right.size() == 1
                        && right.getFirst() instanceof BigDecimal limit
                        && orders(number.compareTo(limit), compare.operator());
        };
    }

    private static boolean orders(int sign, String operator) {
        return switch (operator) {
            case ">" -> sign > 0;
            case ">=" -> sign >= 0;
            case "<" -> sign < 0;
            default -> sign <= 0;
        };
    }

    /** The values of something, each as text, number or truth value; none where a field is not answered. */
    private static List<Object> of(Value value, JsonNode form) {
        return switch (value) {
            case Value.Words words -> List.of(words.text());
            case Value.Figure figure -> List.of(figure.number());
            case Value.YesNo yesNo -> List.of(yesNo.yes());
            case Value.Several several ->
                several.values().stream()
                        .flatMap(each -> of(each, form).stream())
                        .toList();
            case Value.Field field -> answers(form.path(field.name()));
        };
    }

    private static List<Object> answers(JsonNode answer) {
        if (answer.isArray()) {
            List<Object> all = new ArrayList<>();
            answer.forEach(each -> all.addAll(answers(each)));
            return all;
        }
        if (answer.isString()) {
            return answer.asString().isBlank() ? List.of() : List.of(answer.asString());
        }
        if (answer.isNumber()) {
            return List.of(normal(answer.decimalValue()));
        }
        return answer.isBoolean() ? List.of(answer.asBoolean()) : List.of();
    }

    private static BigDecimal normal(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static List<String> texts(Value value) {
        return switch (value) {
            case Value.Words words -> List.of(words.text());
            case Value.Several several ->
                several.values().stream().flatMap(each -> texts(each).stream()).toList();
            default -> List.of();
        };
    }

    private static void eachCompare(Node node, Consumer<Node.Compare> told) {
        switch (node) {
            case Node.Either either -> either.parts().forEach(part -> eachCompare(part, told));
            case Node.Both both -> both.parts().forEach(part -> eachCompare(part, told));
            case Node.Not not -> eachCompare(not.part(), told);
            case Node.Compare compare -> told.accept(compare);
            case Node.IsSet set -> {}
            case Node.Truth truth -> {}
        }
    }

    private static void eachValue(Node node, Consumer<Value> told) {
        switch (node) {
            case Node.Either either -> either.parts().forEach(part -> eachValue(part, told));
            case Node.Both both -> both.parts().forEach(part -> eachValue(part, told));
            case Node.Not not -> eachValue(not.part(), told);
            case Node.Compare compare -> {
                told.accept(compare.left());
                told.accept(compare.right());
            }
            case Node.IsSet set -> told.accept(set.value());
            case Node.Truth truth -> told.accept(truth.value());
        }
    }

    /** Reads the text from left to right; each step takes at least one character. */
    private static final class Reader {
        private final String text;
        private int at;
        private int depth;

        Reader(String text) {
            this.text = text;
        }

        private record Token(String kind, String text, int end) {}

        Node whole() throws SyntaxException {
            Node node = either();
            if (!text.substring(at).isBlank()) {
                throw new SyntaxException(at + 1);
            }
            return node;
        }

        private Node either() throws SyntaxException {
            List<Node> parts = new ArrayList<>(List.of(both()));
            while (takes("or")) {
                parts.add(both());
            }
            return parts.size() == 1 ? parts.getFirst() : new Node.Either(List.copyOf(parts));
        }

        private Node both() throws SyntaxException {
            List<Node> parts = new ArrayList<>(List.of(one()));
            while (takes("and")) {
                parts.add(one());
            }
            return parts.size() == 1 ? parts.getFirst() : new Node.Both(List.copyOf(parts));
        }

        private Node one() throws SyntaxException {
            if (++depth > DEEPEST) {
                throw new SyntaxException(at + 1);
            }
            try {
                if (takes("not")) {
                    return new Node.Not(one());
                }
                if (takes("(")) {
                    Node inside = either();
                    require(")");
                    return inside;
                }
                return comparison();
            } finally {
                depth--;
            }
        }

        private Node comparison() throws SyntaxException {
            Value left = value();
            for (String operator : OPERATORS) {
                if (takes(operator)) {
                    return new Node.Compare(left, operator, value());
                }
            }
            if (takes("is")) {
                require("set");
                return new Node.IsSet(left);
            }
            return new Node.Truth(left);
        }

        private Value value() throws SyntaxException {
            if (takes("[")) {
                List<Value> values = new ArrayList<>(List.of(single()));
                while (takes(",")) {
                    values.add(single());
                }
                require("]");
                return new Value.Several(List.copyOf(values));
            }
            return single();
        }

        private Value single() throws SyntaxException {
            Token token = next().orElseThrow(() -> new SyntaxException(at + 1));
            Value value = switch (token.kind()) {
                case "field" -> new Value.Field(token.text().substring("formData.".length()));
                case "text" ->
                    new Value.Words(token.text().substring(1, token.text().length() - 1));
                case "number" -> new Value.Figure(normal(new BigDecimal(token.text())));
                case "word" -> truth(token.text());
                default -> throw new SyntaxException(at + 1);
            };
            at = token.end();
            return value;
        }

        private Value truth(String word) throws SyntaxException {
            if (!word.equals("true") && !word.equals("false")) {
                throw new SyntaxException(at + 1);
            }
            return new Value.YesNo(word.equals("true"));
        }

        private boolean takes(String wanted) {
            Optional<Token> token = next().filter(each -> each.text().equals(wanted));
            token.ifPresent(each -> at = each.end());
            return token.isPresent();
        }

        private void require(String wanted) throws SyntaxException {
            if (!takes(wanted)) {
                throw new SyntaxException(at + 1);
            }
        }

        private Optional<Token> next() {
            Matcher matcher = TOKEN.matcher(text).region(at, text.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            for (String kind : List.of("field", "text", "number", "word", "sign")) {
                @Nullable String found = matcher.group(kind);
                if (found != null) {
                    return Optional.of(new Token(kind, found, matcher.end()));
                }
            }
            return Optional.empty();
        }
    }
}
