// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import se.malbild.cases.type.NumberBounds;
import se.malbild.platform.problem.FieldFault;
import tools.jackson.databind.json.JsonMapper;

/** The shape of a case type: which parts there are, of what kind and within what bounds ({@code cases/case-type.schema.json}). */
final class CaseTypeShape {
    private static final String SCHEMA = "/cases/case-type.schema.json";
    private static final Schema SHAPE = read();

    private CaseTypeShape() {}

    /** Everything that is not shaped as a case type. */
    static List<FieldFault> faults(String json) {
        Faults faults = new Faults();
        NumberBounds.beyond(json)
                .forEach(place -> faults.add(place, "out_of_range", "Talet är för stort.", "The number is too large."));
        if (!faults.all().isEmpty()) {
            return faults.all();
        }
        for (Error error : SHAPE.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))) {
            tell(faults, error);
        }
        return faults.all();
    }

    private static void tell(Faults faults, Error error) {
        String place = error.getInstanceLocation().toString();
        String keyword = String.valueOf(error.getKeyword());
        String property = error.getProperty() == null ? "" : "/" + Faults.part(error.getProperty());
        switch (keyword) {
            case "required" ->
                faults.add(place + property, "required", "Det här behöver fyllas i.", "This needs to be filled in.");
            case "additionalProperties", "unevaluatedProperties" ->
                faults.add(
                        place + property,
                        "unknown_field",
                        "Det här hör inte till en ärendetyp.",
                        "This is not part of a case type.");
            case "type" -> faults.add(place, "wrong_type", "Värdet är av fel slag.", "The value is of the wrong kind.");
            case "enum", "const" ->
                faults.add(place, "not_an_option", "Välj ett av alternativen.", "Choose one of the options.");
            case "pattern", "format", "oneOf" ->
                faults.add(place, "wrong_form", "Värdet har fel form.", "The value has the wrong form.");
            case "minLength", "minItems" ->
                faults.add(
                        place,
                        "required",
                        "Det här får inte vara tomt eller så kort.",
                        "This may not be empty or so short.");
            case "minimum", "maximum" ->
                faults.add(
                        place,
                        "out_of_range",
                        "Talet är för litet eller för stort.",
                        "The number is too small or too large.");
            case "maxLength", "maxItems", "maxProperties" ->
                faults.add(place, "too_large", "Det här är för långt.", "This is too long.");
            case "uniqueItems" ->
                faults.add(place, "twice", "Samma värde står två gånger.", "The same value is there twice.");
            default -> faults.add(place, "wrong_form", "Värdet följer inte reglerna.", "The value breaks a rule.");
        }
    }

    private static Schema read() {
        try (InputStream in = Objects.requireNonNull(CaseTypeShape.class.getResourceAsStream(SCHEMA))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
