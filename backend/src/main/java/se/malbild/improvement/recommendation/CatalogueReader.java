// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.recommendation;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import se.malbild.platform.Text;

/** Reads a catalogue from its YAML form (schema {@code malbild/recommendations}, version 1). */
final class CatalogueReader {
    private static final String SCHEMA = "malbild/recommendations";

    private CatalogueReader() {}

    /** @throws IllegalArgumentException if it is not such a catalogue, or its graph is not sound */
    static Catalogue read(InputStream yaml) {
        Node root = new Node((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
        if (!SCHEMA.equals(root.text("schema")) || root.number("schemaVersion") != 1) {
            throw new IllegalArgumentException("not a catalogue of recommendations, version 1");
        }
        return new Catalogue(
                root.text("id"),
                root.text("version"),
                root.child("model").text("id"),
                root.children("recommendations", CatalogueReader::recommendation));
    }

    private static Recommendation recommendation(Node node) {
        return new Recommendation(
                node.text("code"),
                node.text("perspective"),
                node.child("title").languages(),
                node.child("why").languages(),
                node.number("effort"),
                node.child("ownerRole").languages(),
                node.children("firstSteps", Node::languages),
                node.children("criticalSuccessFactors", Node::languages),
                node.children(
                        "lifts", lift -> new Lift(lift.text("criterion"), lift.number("from"), lift.number("to"))),
                node.texts("prerequisites"),
                node.texts("unlocks"),
                node.children(
                        "expectedIndicators",
                        each -> new Recommendation.Expected(each.text("indicator"), each.text("change"))),
                false);
    }

    /** A mapping of the document. */
    private record Node(Map<?, ?> values) {

        Object get(String key) {
            Object value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException(key + " is missing in the catalogue");
            }
            return value;
        }

        String text(String key) {
            return get(key).toString();
        }

        int number(String key) {
            return (Integer) get(key);
        }

        Node child(String key) {
            return new Node((Map<?, ?>) get(key));
        }

        List<String> texts(String key) {
            return ((List<?>) get(key)).stream().map(Object::toString).toList();
        }

        <T> List<T> children(String key, Function<Node, T> as) {
            return ((List<?>) get(key))
                    .stream().map(each -> as.apply(new Node((Map<?, ?>) each))).toList();
        }

        Text languages() {
            return new Text(text("sv"), text("en"));
        }
    }
}
