// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import se.malbild.cases.type.CaseType;
import se.malbild.platform.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters of the product's own, for what a case type has no letter for (standardbrev). Texts in {@code cases/letters.json}. */
@Singleton
class StandardLetters {
    private final Map<String, CaseType.LetterTemplate> letters = new HashMap<>();

    StandardLetters() {
        try (InputStream in = Objects.requireNonNull(
                StandardLetters.class.getResourceAsStream("/cases/letters.json"), "cases/letters.json")) {
            JsonMapper.builder()
                    .build()
                    .readTree(in)
                    .properties()
                    .forEach(each -> letters.put(each.getKey(), letter(each.getKey(), each.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseType.LetterTemplate letter(String key, JsonNode node) {
        return new CaseType.LetterTemplate(key, text(node.path("name")), text(node.path("body")));
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("sv").asString(), node.path("en").asString());
    }

    /** The letter of that key; there always is one. */
    CaseType.LetterTemplate get(String key) {
        return Objects.requireNonNull(letters.get(key), key);
    }
}
