// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.malbild.platform.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds form data to a case type's schema (JSON Schema 2020-12). What is missing is told apart from what is wrong: an incomplete
 * application has come in all the same and is registered (OSL 5:1), a value of the wrong form is refused. Thread-safe.
 */
public final class FormRules {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, FormRules> KNOWN = new ConcurrentHashMap<>();

    private final Schema schema;
    private final JsonNode properties;

    private FormRules(JsonNode formSchema) {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(formSchema);
        properties = formSchema.path("properties");
    }

    /** What was found. */
    public record Result(List<FieldFault> missing, List<FieldFault> wrong) {
        /** Whether nothing is missing and nothing wrong. */
        public boolean complete() {
            return missing.isEmpty() && wrong.isEmpty();
        }
    }

    /** The rules of a published type; compiled once. */
    public static FormRules of(CaseType type) {
        return KNOWN.computeIfAbsent(
                type.id() + "/" + type.version(),
                key -> new FormRules(JSON.readTree(type.json()).path("formSchema")));
    }

    /** The rules of a schema that is not, or not yet, a published type's. */
    public static FormRules ofSchema(JsonNode formSchema) {
        return new FormRules(formSchema);
    }

    /** Checks form data given as a JSON object. */
    public Result check(String formData) {
        List<FieldFault> missing = new ArrayList<>();
        List<FieldFault> wrong = new ArrayList<>();
        NumberBounds.beyond(formData)
                .forEach(place -> wrong.add(FieldFault.of(
                        "/formData" + place, "out_of_range", "Talet är för stort.", "The number is too large.")));
        if (!wrong.isEmpty()) {
            return new Result(List.of(), List.copyOf(wrong));
        }
        List<Error> errors = schema.validate(
                formData,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        for (Error error : errors) {
            String place = "/formData" + error.getInstanceLocation().toString();
            if ("required".equals(error.getKeyword())) {
                String name = error.getProperty();
                missing.add(FieldFault.of(
                        place + "/" + name,
                        "required",
                        "%s saknas.".formatted(title(name, "title")),
                        "%s is missing.".formatted(title(name, "x-titleEn"))));
            } else if ("additionalProperties".equals(error.getKeyword())
                    || "unevaluatedProperties".equals(error.getKeyword())) {
                wrong.add(FieldFault.of(
                        place + "/" + error.getProperty(),
                        "unknown_field",
                        "Fältet finns inte i formuläret.",
                        "The field is not in the form."));
            } else if (!"if".equals(error.getKeyword()) && !"allOf".equals(error.getKeyword())) {
                wrong.add(fault(place, error.getKeyword()));
            }
        }
        return new Result(List.copyOf(missing), List.copyOf(wrong));
    }

    private static FieldFault fault(String place, String keyword) {
        return switch (keyword) {
            case "type" ->
                FieldFault.of(place, "wrong_type", "Värdet är av fel slag.", "The value is of the wrong kind.");
            case "const", "enum", "oneOf" ->
                FieldFault.of(place, "not_an_option", "Välj ett av alternativen.", "Choose one of the options.");
            case "pattern", "format" ->
                FieldFault.of(place, "wrong_form", "Värdet har fel form.", "The value has the wrong form.");
            case "minimum", "exclusiveMinimum", "minLength", "minItems" ->
                FieldFault.of(
                        place,
                        "too_small",
                        "Värdet är för litet eller för kort.",
                        "The value is too small or too short.");
            case "maximum", "exclusiveMaximum", "maxLength", "maxItems" ->
                FieldFault.of(
                        place,
                        "too_large",
                        "Värdet är för stort eller för långt.",
                        "The value is too large or too long.");
            case "uniqueItems" ->
                FieldFault.of(place, "twice", "Samma värde står två gånger.", "The same value stands twice.");
            default ->
                FieldFault.of(
                        place,
                        "wrong_form",
                        "Värdet följer inte formulärets regler.",
                        "The value breaks a rule of the form.");
        };
    }

    private String title(String property, String field) {
        JsonNode title = properties.path(property).path(field);
        return title.isString() ? title.asString() : property;
    }
}
