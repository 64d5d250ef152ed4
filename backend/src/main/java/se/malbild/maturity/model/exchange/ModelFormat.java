// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a model file may be written in. */
public enum ModelFormat {
    YAML,
    JSON,
    XLSX;

    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** As in the contract, and how the name of such a file ends. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that a file's name tells. */
    public static Optional<ModelFormat> ofFile(String name) {
        return Stream.of(values())
                .filter(each -> name.endsWith("." + each.code()))
                .findFirst();
    }

    /** The format of that code. */
    public static ModelFormat of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** @param document as {@link ModelFile.Read#document()} */
    public byte[] write(Map<String, Object> document) {
        return switch (this) {
            case YAML -> ModelText.yaml(document).getBytes(StandardCharsets.UTF_8);
            case JSON -> INDENTED.writeValueAsBytes(document);
            case XLSX -> ModelWorkbook.write(document);
        };
    }
}
