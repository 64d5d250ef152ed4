// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import java.math.BigDecimal;
import java.util.Optional;
import se.malbild.cases.type.CaseType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The amount a case is about, read from the answers of its form. */
public final class Amounts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Amounts() {}

    /** The amount at a pointer into the answers; nothing where it is not answered or not a number. */
    public static Optional<BigDecimal> of(String formData, String field) {
        JsonNode answer = JSON.readTree(formData).at(field);
        return answer.isNumber() ? Optional.of(answer.decimalValue()) : Optional.empty();
    }

    /** Whether the form of a type has a number there. */
    public static boolean isAmount(CaseType type, String field) {
        String kind = JSON.readTree(type.json())
                .path("formSchema")
                .path("properties")
                .path(field.substring(1))
                .path("type")
                .asString("");
        return kind.equals("integer") || kind.equals("number");
    }
}
