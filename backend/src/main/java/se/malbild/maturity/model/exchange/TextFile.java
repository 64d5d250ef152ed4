// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2, and JSON, which is YAML. By the core schema a word is a word: an older reader takes {@code No} for false and
 * {@code 12:30} for 750.
 */
final class TextFile {
    private static final int DEPTH = 30;
    private static final int ALIASES = 50;
    private static final int ELEMENTS = 100_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(ModelFile.LARGEST)
            .setMaxAliasesForCollections(ALIASES)
            .setLabel("model")
            .build();

    private int elements;

    private TextFile() {}

    static Element.Mapping read(byte[] file) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            requireShallow(text);
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return new TextFile().mapping(mapping, "", 1);
            }
            throw unparseable(
                    1, 1, "Filen ska börja med namn och värden.", "The file should begin with names and values.");
        } catch (CharacterCodingException e) {
            throw unparseable(1, 1, "Filen är inte text i UTF-8.", "The file is not text in UTF-8.");
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(null);
            throw unparseable(
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "Filen går inte att läsa här som YAML 1.2 eller JSON. Se efter citattecken, indrag och kommatecken.",
                    "The file cannot be read here as YAML 1.2 or JSON. Look at quotes, indentation and commas.");
        } catch (YamlEngineException e) {
            throw tooLarge();
        }
    }

    /** The parser keeps no stack of its own calls; what composes the tree does. */
    private static void requireShallow(String text) throws Unreadable {
        int depth = 0;
        int aliases = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> aliases++;
                default -> {
                    // Scalars, and where the document begins and ends, nest nothing.
                }
            }
            if (depth > DEPTH || aliases > ALIASES) {
                throw tooLarge();
            }
        }
    }

    private static Unreadable tooLarge() {
        return Unreadable.tooLarge(
                "Filen är för stor: högst 2 MB, 50 alias och 30 nivåer av värden i värden.",
                "The file is too large: at most 2 MB, 50 aliases and 30 levels of values within values.");
    }

    private static Unreadable unparseable(int line, int column, String sv, String en) {
        return new Unreadable(new Fault(Fault.Code.M001, "", Element.Place.at(line, column), sv, en));
    }

    private Element element(Node node, String path, int depth) throws Unreadable {
        if (depth > DEPTH || ++elements > ELEMENTS) {
            throw tooLarge();
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, path, depth);
            case SequenceNode sequence -> {
                List<Element> items = new ArrayList<>();
                for (Node each : sequence.getValue()) {
                    items.add(element(each, path + "[" + items.size() + "]", depth + 1));
                }
                yield new Element.Sequence(List.copyOf(items), place(node));
            }
            case ScalarNode scalar -> new Element.Scalar(scalar.getValue(), kind(scalar), place(node));
            default ->
                throw unparseable(
                        place(node).line(),
                        place(node).column(),
                        "Ett värde väntades här.",
                        "A value is expected here.");
        };
    }

    private Element.Mapping mapping(MappingNode node, String path, int depth) throws Unreadable {
        Map<String, Element> fields = new LinkedHashMap<>();
        for (NodeTuple each : node.getValue()) {
            Node key = each.getKeyNode();
            Element.Place place = place(key);
            if (!(key instanceof ScalarNode scalar)) {
                throw unparseable(place.line(), place.column(), "Ett namn väntades här.", "A name is expected here.");
            }
            String name = scalar.getValue();
            String at = path.isEmpty() ? name : path + "." + name;
            if (fields.put(name, element(each.getValueNode(), at, depth + 1)) != null) {
                throw new Unreadable(new Fault(
                        Fault.Code.M012,
                        at,
                        place,
                        "Samma nyckel står två gånger. Ta bort den ena.",
                        "The same key stands twice. Remove one of them."));
            }
        }
        return new Element.Mapping(java.util.Collections.unmodifiableMap(fields), place(node));
    }

    private static Element.Kind kind(ScalarNode scalar) throws Unreadable {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return Element.Kind.TEXT;
        } else if (tag.equals(Tag.INT)) {
            return isInt(scalar.getValue()) ? Element.Kind.WHOLE : Element.Kind.TEXT;
        } else if (tag.equals(Tag.FLOAT)) {
            return isFinite(scalar.getValue()) ? Element.Kind.FRACTION : Element.Kind.TEXT;
        } else if (tag.equals(Tag.BOOL)) {
            return Element.Kind.TRUTH;
        } else if (tag.equals(Tag.NULL)) {
            return Element.Kind.NOTHING;
        }
        Element.Place place = place(scalar);
        throw unparseable(
                place.line(), place.column(), "Egna typer kan inte läsas.", "Types of one's own cannot be read.");
    }

    private static boolean isInt(String text) {
        try {
            Integer.parseInt(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isFinite(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Element.Place place(Node node) {
        return node.getStartMark()
                .map(mark -> Element.Place.at(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Element.Place.at(0, 0));
    }
}
