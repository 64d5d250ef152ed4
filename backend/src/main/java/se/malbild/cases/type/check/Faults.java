// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.malbild.platform.Text;
import se.malbild.platform.problem.FieldFault;
import tools.jackson.databind.JsonNode;

/** Gathers what is wrong in a configuration, and reads its loose values without ever failing. */
final class Faults {
    /** The contract's bound on a pointer. */
    private static final int POINTER_LENGTH = 300;
    /** The contract's bound on a message. */
    private static final int MESSAGE_LENGTH = 500;

    private final List<FieldFault> found = new ArrayList<>();

    void add(String pointer, String code, String sv, String en) {
        found.add(new FieldFault(
                cut(pointer, POINTER_LENGTH), code, new Text(cut(sv, MESSAGE_LENGTH), cut(en, MESSAGE_LENGTH))));
    }

    List<FieldFault> all() {
        return List.copyOf(found);
    }

    /** Tells of every item in {@code array} whose {@code field} has a value that an earlier one has. */
    void twice(JsonNode array, String pointer, String field) {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < array.size(); at++) {
            String value = text(array.path(at).path(field));
            if (!value.isEmpty() && !seen.add(value)) {
                add(
                        pointer + "/" + at + "/" + field,
                        "twice",
                        "%s står mer än en gång.".formatted(value),
                        "%s is there more than once.".formatted(value));
            }
        }
    }

    /** The text of a node; empty where it holds none. */
    static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }

    /** The values of {@code field} in the items of {@code array}. */
    static Set<String> values(JsonNode array, String field) {
        Set<String> values = new HashSet<>();
        array.forEach(item -> values.add(text(item.path(field))));
        return values;
    }

    /** A property's name as part of a JSON pointer (RFC 6901). */
    static String part(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
