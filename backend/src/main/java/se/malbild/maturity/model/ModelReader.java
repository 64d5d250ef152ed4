// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.model.exchange.ModelFile;
import se.malbild.maturity.scoring.IndicatorLevel;

/** Makes a model of a file that keeps to the rules of SCORING §8. A text without languages is in the model's default one. */
final class ModelReader {
    private final String defaultLocale;
    private final Map<String, Object> document;
    private final String hash;

    private ModelReader(byte[] yaml) {
        ModelFile.Read read = ModelFile.read(yaml);
        if (read.document() == null) {
            throw new IllegalArgumentException("not a maturity model: " + read.faults());
        }
        document = read.document();
        defaultLocale = string(document.get("defaultLocale"));
        hash = sha256(yaml);
    }

    /** The model in the file. */
    static MaturityModel read(byte[] yaml) {
        return new ModelReader(yaml).model();
    }

    private MaturityModel model() {
        return new MaturityModel(
                string(document.get("id")),
                string(document.get("version")),
                text(document.get("title")),
                text(document.get("purpose")),
                list(document.get("locales")).stream().map(ModelReader::string).toList(),
                maps(document.get("scale")).map(this::scaleLevel).toList(),
                text(document.get("dontKnow")),
                maps(document.get("perspectives")).map(this::perspective).toList(),
                maps(document.get("criteria")).map(this::criterion).toList(),
                maps(document.get("indicators")).map(this::indicator).toList(),
                string(document.get("cutsStatus")),
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

    private Criterion criterion(Map<String, Object> node) {
        return new Criterion(
                string(node.get("code")),
                string(node.get("perspective")),
                Criterion.Aspect.valueOf(upper(node.getOrDefault("aspect", "structure"))),
                Criterion.Dimension.valueOf(upper(node.getOrDefault("dimension", "none"))),
                Optional.ofNullable((String) node.get("pairedIntake")),
                text(node.get("name")),
                text(node.getOrDefault("question", node.get("name"))),
                maps(node.get("levels"))
                        .map(level -> new Criterion.Level(number(level.get("level")), text(level.get("text"))))
                        .toList(),
                texts(node.get("interviewPrompts")),
                texts(node.get("evidenceExamples")));
    }

    private Indicator indicator(Map<String, Object> node) {
        return new Indicator(
                string(node.get("code")),
                text(node.get("name")),
                string(node.get("unit")).replace(' ', '_'),
                IndicatorLevel.Direction.valueOf(upper(node.get("direction"))),
                number(node.getOrDefault("minCount", 30)),
                text(node.getOrDefault("definition", Map.of())),
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
        return node instanceof String alone
                ? Map.of(defaultLocale, alone)
                : map(node).entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> string(entry.getValue())));
    }

    private static java.util.stream.Stream<Map<String, Object>> maps(@Nullable Object node) {
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
