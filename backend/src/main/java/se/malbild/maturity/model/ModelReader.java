// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.model.exchange.ModelFile;
import se.malbild.maturity.scoring.IndicatorLevel;

/** Makes a model of what stands in a file that keeps to the rules of SCORING §8. A text without languages is in the model's default one. */
final class ModelReader {
    /** What "do not know" is called where a model does not say. */
    private static final Map<String, String> DONT_KNOW = Map.of("sv", "Vet inte", "en", "Do not know");

    private static final int FEWEST = 30;

    private final String defaultLocale;
    private final Map<String, Object> document;
    private final String hash;

    private ModelReader(Map<String, Object> document, String hash) {
        this.document = document;
        this.defaultLocale = string(document.get("defaultLocale"));
        this.hash = hash;
    }

    /** What stands in a file that comes with the product. */
    static Map<String, Object> document(byte[] file) {
        ModelFile.Read read = ModelFile.read(file);
        Map<String, Object> document = read.document();
        if (document == null) {
            throw new IllegalArgumentException("not a maturity model: " + read.faults());
        }
        return document;
    }

    /** The model that stands in a document. */
    static MaturityModel model(Map<String, Object> document, String hash) {
        return new ModelReader(document, hash).model();
    }

    private MaturityModel model() {
        List<MaturityModel.ScaleLevel> scale =
                maps(document.get("scale")).map(this::scaleLevel).toList();
        boolean implicit = Boolean.TRUE.equals(document.get("lowestImplicit"));
        return new MaturityModel(
                string(document.get("id")),
                string(document.get("version")),
                text(document.get("title")),
                text(document.get("purpose")),
                list(document.get("locales")).stream().map(ModelReader::string).toList(),
                scale,
                document.containsKey("dontKnow") ? text(document.get("dontKnow")) : DONT_KNOW,
                maps(document.get("perspectives")).map(this::perspective).toList(),
                maps(document.get("criteria"))
                        .map(node -> criterion(node, implicit ? scale.getFirst() : null))
                        .toList(),
                maps(document.get("indicators")).map(this::indicator).toList(),
                string(document.getOrDefault("cutsStatus", "provisional")),
                hash);
    }

    private MaturityModel.ScaleLevel scaleLevel(Map<String, Object> node) {
        return new MaturityModel.ScaleLevel(
                number(node.get("level")), text(node.get("name")), text(node.get("meaning")));
    }

    private MaturityModel.Perspective perspective(Map<String, Object> node) {
        return new MaturityModel.Perspective(
                string(node.get("code")), text(node.get("name")), text(node.get("description")));
    }

    private Criterion criterion(Map<String, Object> node, MaturityModel.@Nullable ScaleLevel implicit) {
        return new Criterion(
                string(node.get("code")),
                string(node.get("perspective")),
                Criterion.Aspect.valueOf(upper(node.getOrDefault("aspect", "structure"))),
                Criterion.Dimension.valueOf(upper(node.getOrDefault("dimension", "none"))),
                Optional.ofNullable((String) node.get("pairedIntake")),
                text(node.get("name")),
                text(node.getOrDefault("question", node.get("name"))),
                levels(node, implicit),
                texts(node.get("interviewPrompts")),
                texts(node.get("evidenceExamples")));
    }

    /** The lowest level needs no sentence where the model says so: the scale's own then stands for it. */
    private List<Criterion.Level> levels(Map<String, Object> node, MaturityModel.@Nullable ScaleLevel implicit) {
        List<Criterion.Level> written = maps(node.get("levels"))
                .map(level -> new Criterion.Level(number(level.get("level")), text(level.get("text"))))
                .toList();
        if (implicit == null
                || written.stream().anyMatch(level -> level.level() == implicit.level())
                || list(node.get("unusedLevels")).contains(implicit.level())) {
            return written;
        }
        Criterion.Level lowest = new Criterion.Level(implicit.level(), implicit.name());
        return Stream.concat(Stream.of(lowest), written.stream()).toList();
    }

    private Indicator indicator(Map<String, Object> node) {
        return new Indicator(
                string(node.get("code")),
                text(node.get("name")),
                string(node.get("unit")).replace(' ', '_'),
                IndicatorLevel.Direction.valueOf(upper(node.get("direction"))),
                number(node.getOrDefault("minCount", FEWEST)),
                text(node.get("definition")),
                string(node.getOrDefault("formula", "")),
                list(node.get("cuts")).stream()
                        .map(cut -> ((Number) cut).doubleValue())
                        .toList(),
                list(node.get("criteria")).stream().map(ModelReader::string).toList());
    }

    private List<Map<String, String>> texts(@Nullable Object node) {
        return list(node).stream().map(this::text).toList();
    }

    private Map<String, String> text(@Nullable Object node) {
        return switch (node) {
            case null -> Map.of();
            case String alone -> Map.of(defaultLocale, alone);
            default ->
                map(node).entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> string(entry.getValue())));
        };
    }

    private static Stream<Map<String, Object>> maps(@Nullable Object node) {
        return list(node).stream().map(ModelReader::map);
    }

    private static List<?> list(@Nullable Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("a mapping is expected, not " + node);
    }

    private static String string(@Nullable Object node) {
        if (node instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a text is expected, not " + node);
    }

    private static int number(@Nullable Object node) {
        if (node instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("a whole number is expected, not " + node);
    }

    private static String upper(@Nullable Object node) {
        return string(node).toUpperCase(Locale.ROOT);
    }
}
