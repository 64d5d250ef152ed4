// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two configurations. Things with a key are held against the thing of the same key, so that moving one is no
 * change; a value that is null is the same as one that is absent. Pure function.
 */
public final class CaseTypeDiff {
    /** Most changes told. */
    public static final int MOST = 1000;
    /** Longest value shown; the contract's bound. */
    private static final int LONGEST = 4000;

    private static final int POINTER_LENGTH = 300;
    /** What says who wrote which version, not what the type is. */
    private static final Set<String> BOOKKEEPING = Set.of("/version", "/status", "/formSchema/$id");
    /** What names an item of a list. */
    private static final List<String> KEYS = List.of("key", "kind", "const", "outcome", "provision");

    private final List<Change> changes = new ArrayList<>();

    private CaseTypeDiff() {}

    /** What happened to a value. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One thing that differs.
     *
     * @param section the topmost part it lies in, e.g. {@code deadlines}
     * @param of name of the nearest thing that has one
     */
    public record Change(
            String section,
            String pointer,
            Kind kind,
            @Nullable Text of,
            @Nullable String before,
            @Nullable String after) {}

    /** The changes from {@code before} to {@code after}, in the order of the configuration. */
    public static List<Change> between(JsonNode before, JsonNode after) {
        CaseTypeDiff diff = new CaseTypeDiff();
        diff.compare("", before, after, null);
        return List.copyOf(diff.changes);
    }

    /** Whether two configurations say the same, whatever their versions and first days are. */
    static boolean same(JsonNode one, JsonNode other) {
        return between(one, other).stream()
                .allMatch(change -> change.pointer().equals("/validFrom")
                        || change.pointer().equals("/validTo"));
    }

    private void compare(String pointer, JsonNode before, JsonNode after, @Nullable Text named) {
        if (BOOKKEEPING.contains(pointer) || absent(before) && absent(after) || before.equals(after)) {
            return;
        }
        Text of = nameOf(absent(after) ? before : after, named);
        if (absent(before)) {
            tell(pointer, Kind.ADDED, of, null, after);
        } else if (absent(after)) {
            tell(pointer, Kind.REMOVED, of, before, null);
        } else if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(pointer + "/" + part(name), before.path(name), after.path(name), of));
        } else if (keyed(before) && keyed(after)) {
            Map<String, JsonNode> old = byKey(before);
            Map<String, JsonNode> now = byKey(after);
            Set<String> keys = new LinkedHashSet<>(old.keySet());
            keys.addAll(now.keySet());
            JsonNode none = before.path(-1);
            keys.forEach(key ->
                    compare(pointer + "/" + part(key), old.getOrDefault(key, none), now.getOrDefault(key, none), of));
        } else {
            tell(pointer, Kind.CHANGED, of, before, after);
        }
    }

    private void tell(
            String pointer, Kind kind, @Nullable Text of, @Nullable JsonNode before, @Nullable JsonNode after) {
        String[] parts = pointer.split("/", 3);
        changes.add(new Change(
                parts.length > 1 ? cut(parts[1], 60) : "",
                cut(pointer, POINTER_LENGTH),
                kind,
                of,
                before == null ? null : shown(before),
                after == null ? null : shown(after)));
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Whether every item of a list has a key of its own. */
    private static boolean keyed(JsonNode node) {
        return node.isArray() && byKey(node).size() == node.size();
    }

    private static Map<String, JsonNode> byKey(JsonNode array) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        for (JsonNode item : array) {
            String key = keyOf(item);
            if (!key.isEmpty()) {
                items.put(key, item);
            }
        }
        return items;
    }

    private static String keyOf(JsonNode item) {
        for (String key : KEYS) {
            if (item.path(key).isString()) {
                String law = item.path("sfs").isString() ? item.path("sfs").asString() + " " : "";
                return law + item.path(key).asString();
            }
        }
        return "";
    }

    private static @Nullable Text nameOf(JsonNode node, @Nullable Text otherwise) {
        JsonNode name = node.path("name");
        if (name.path("sv").isString() && name.path("en").isString()) {
            return new Text(name.path("sv").asString(), name.path("en").asString());
        }
        if (node.path("title").isString() && node.path("x-titleEn").isString()) {
            return new Text(
                    node.path("title").asString(), node.path("x-titleEn").asString());
        }
        return otherwise;
    }

    private static String shown(JsonNode node) {
        return cut(node.isString() ? node.asString() : node.toString(), LONGEST);
    }

    private static String part(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
