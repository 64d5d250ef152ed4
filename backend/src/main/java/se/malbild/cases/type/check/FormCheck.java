// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.malbild.cases.type.FormRules;
import se.malbild.platform.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case type's form: a closed object of JSON Schema 2020-12 in the few keywords that forms need, every answer bounded, no field that
 * identifies a person (persons are parties), and examples that pass while an example without a required answer does not.
 */
final class FormCheck {
    private static final String FORM = "/formSchema";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int MOST_FIELDS = 60;
    private static final int DEEPEST = 6;
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "type",
            "title",
            "description",
            "x-titleEn",
            "x-descriptionEn",
            "x-personalData",
            "properties",
            "required",
            "additionalProperties",
            "allOf",
            "if",
            "then",
            "oneOf",
            "const",
            "enum",
            "items",
            "contains",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "pattern",
            "format",
            "examples");
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array");

    private final JsonNode root;
    private final JsonNode schema;
    private final JsonNode fields;
    private final Faults faults;

    private FormCheck(JsonNode root, Faults faults) {
        this.root = root;
        this.faults = faults;
        schema = root.path("formSchema");
        fields = schema.path("properties");
    }

    static void check(JsonNode root, Faults faults) {
        new FormCheck(root, faults).all();
    }

    private void all() {
        int before = faults.all().size();
        keywords(schema, FORM, 0);
        closed();
        for (var field : fields.properties()) {
            field(field.getKey(), field.getValue(), FORM + "/properties/" + Faults.part(field.getKey()));
        }
        names();
        placing();
        if (faults.all().size() == before) {
            examples();
        }
    }

    private void keywords(JsonNode node, String pointer, int depth) {
        if (!node.isObject() || depth > DEEPEST) {
            faults.add(
                    pointer,
                    "wrong_form",
                    "Formulärets schema är för djupt eller inte ett objekt.",
                    "The schema of the form is too deep or not an object.");
            return;
        }
        for (var each : node.properties()) {
            String here = pointer + "/" + Faults.part(each.getKey());
            if (!KEYWORDS.contains(each.getKey())) {
                faults.add(
                        here,
                        "unknown_keyword",
                        "Nyckelordet %s används inte i formulär.".formatted(each.getKey()),
                        "The keyword %s is not used in forms.".formatted(each.getKey()));
            }
            switch (each.getKey()) {
                case "properties" ->
                    each.getValue()
                            .properties()
                            .forEach(child ->
                                    keywords(child.getValue(), here + "/" + Faults.part(child.getKey()), depth + 1));
                case "items", "if", "then", "contains" -> keywords(each.getValue(), here, depth + 1);
                case "allOf", "oneOf" -> {
                    for (int at = 0; at < each.getValue().size(); at++) {
                        keywords(each.getValue().path(at), here + "/" + at, depth + 1);
                    }
                }
                default -> {
                    // A value, not a schema.
                }
            }
        }
    }

    private void closed() {
        if (!Faults.text(schema.path("type")).equals("object")
                || !schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            faults.add(
                    FORM + "/additionalProperties",
                    "not_closed",
                    "Formuläret ska vara ett slutet objekt: type object och additionalProperties false.",
                    "The form must be a closed object: type object and additionalProperties false.");
        }
        if (!schema.path("$schema").isMissingNode()
                && !Faults.text(schema.path("$schema")).equals(DIALECT)) {
            faults.add(
                    FORM + "/$schema",
                    "wrong_form",
                    "Formuläret ska följa JSON Schema 2020-12.",
                    "The form must follow JSON Schema 2020-12.");
        }
        if (!schema.path("$id").isMissingNode()
                && !Faults.text(schema.path("$id"))
                        .endsWith(Faults.text(root.path("key")) + ":"
                                + root.path("version").asInt(0) + ":form")) {
            faults.add(
                    FORM + "/$id",
                    "wrong_form",
                    "Formulärets $id ska sluta med typens namn och version.",
                    "The $id of the form must end with the key and version of the type.");
        }
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            faults.add(
                    FORM + "/properties",
                    "out_of_range",
                    "Ett formulär har mellan 1 och %d frågor.".formatted(MOST_FIELDS),
                    "A form has between 1 and %d questions.".formatted(MOST_FIELDS));
        }
    }

    private void field(String name, JsonNode field, String pointer) {
        if (!name.matches("[a-z][A-Za-z0-9]{0,59}")) {
            faults.add(
                    pointer,
                    "wrong_form",
                    "Frågans nyckel ska börja med liten bokstav och bara ha bokstäver och siffror.",
                    "The key of the question must begin with a small letter and have letters and digits only.");
        }
        if (name.toLowerCase(java.util.Locale.ROOT).matches(".{0,60}(personnummer|idvalue|personalidentity).{0,60}")) {
            faults.add(
                    pointer,
                    "identity",
                    "Personnummer hör till parten, aldrig till formuläret.",
                    "Personal identity numbers belong to the party, never to the form.");
        }
        for (String title : List.of("title", "x-titleEn")) {
            if (Faults.text(field.path(title)).isBlank()) {
                faults.add(
                        pointer + "/" + title,
                        "required",
                        "Skriv frågan på svenska och engelska.",
                        "Write the question in Swedish and English.");
            }
        }
        String type = Faults.text(field.path("type"));
        if (!TYPES.contains(type)) {
            faults.add(
                    pointer + "/type",
                    "not_an_option",
                    "Välj vilket slag av svar frågan har.",
                    "Choose what kind of answer the question has.");
        }
        bounds(field, pointer, type);
        if (field.has("pattern") && !BoundedPattern.isBounded(Faults.text(field.path("pattern")))) {
            faults.add(
                    pointer + "/pattern",
                    "unbounded",
                    "Mönstret ska börja med ^ och sluta med $, och varje upprepning ska ha en övre gräns, som {1,20}.",
                    "The pattern must begin with ^ and end with $, and each repetition must have an upper bound, as {1,20}.");
        }
        options(field, pointer);
    }

    private void bounds(JsonNode field, String pointer, String type) {
        boolean bounded = switch (type) {
            case "string" ->
                field.has("oneOf")
                        || field.has("enum")
                        || field.has("format")
                        || field.path("maxLength").isIntegralNumber();
            case "integer", "number" ->
                field.path("minimum").isNumber()
                        && field.path("maximum").isNumber()
                        && field.path("minimum")
                                        .decimalValue()
                                        .compareTo(field.path("maximum").decimalValue())
                                <= 0;
            case "array" ->
                field.path("maxItems").isIntegralNumber() && field.path("items").isObject();
            default -> true;
        };
        if (!bounded) {
            faults.add(
                    pointer,
                    "unbounded",
                    "Svaret behöver en gräns: största längd för text, minsta och största värde för tal, högsta antal för flerval.",
                    "The answer needs a bound: greatest length of text, least and greatest of numbers, most choices.");
        }
        JsonNode items = field.path("items");
        if (type.equals("array")
                && !items.has("oneOf")
                && !items.has("enum")
                && !items.path("maxLength").isIntegralNumber()
                && !items.path("maximum").isNumber()) {
            faults.add(
                    pointer + "/items",
                    "unbounded",
                    "Varje val i listan behöver en gräns eller fasta alternativ.",
                    "Each choice of the list needs a bound or fixed options.");
        }
    }

    private void options(JsonNode field, String pointer) {
        boolean many = field.path("items").has("oneOf");
        JsonNode options = many ? field.path("items").path("oneOf") : field.path("oneOf");
        String here = pointer + (many ? "/items/oneOf" : "/oneOf");
        faults.twice(options, here, "const");
        for (int at = 0; at < options.size(); at++) {
            JsonNode option = options.path(at);
            if (!Faults.text(option.path("const")).matches("[a-z0-9_]{1,60}")
                    || Faults.text(option.path("title")).isBlank()
                    || Faults.text(option.path("x-titleEn")).isBlank()) {
                faults.add(
                        here + "/" + at,
                        "wrong_form",
                        "Ett alternativ har en nyckel (a–z, 0–9, _) och text på svenska och engelska.",
                        "An option has a key (a–z, 0–9, _) and text in Swedish and English.");
            }
        }
    }

    /** What the form names must be fields that it has. */
    private void names() {
        JsonNode required = schema.path("required");
        for (int at = 0; at < required.size(); at++) {
            known(Faults.text(required.path(at)), FORM + "/required/" + at);
        }
        JsonNode conditions = schema.path("allOf");
        for (int at = 0; at < conditions.size(); at++) {
            String here = FORM + "/allOf/" + at;
            for (String field :
                    conditions.path(at).path("if").path("properties").propertyNames()) {
                known(field, here + "/if/properties/" + Faults.part(field));
            }
            JsonNode then = conditions.path(at).path("then").path("required");
            for (int index = 0; index < then.size(); index++) {
                known(Faults.text(then.path(index)), here + "/then/required/" + index);
            }
        }
    }

    private void known(String field, String pointer) {
        if (!fields.has(field)) {
            faults.add(
                    pointer,
                    "unknown_field",
                    "Det finns ingen fråga %s.".formatted(field),
                    "There is no question %s.".formatted(field));
        }
    }

    /** Every field stands once in the order and once in a group. */
    private void placing() {
        JsonNode ui = root.path("uiSchema");
        List<String> order = new ArrayList<>();
        ui.path("order").forEach(each -> order.add(Faults.text(each)));
        placed(order, "/uiSchema/order");
        List<String> grouped = new ArrayList<>();
        ui.path("groups").forEach(group -> group.path("fields").forEach(each -> grouped.add(Faults.text(each))));
        placed(grouped, "/uiSchema/groups");
        faults.twice(ui.path("groups"), "/uiSchema/groups", "key");
        for (var widget : ui.path("widgets").properties()) {
            String here = "/uiSchema/widgets/" + Faults.part(widget.getKey());
            known(widget.getKey(), here);
            if (widget.getValue().has("pairWith")) {
                known(Faults.text(widget.getValue().path("pairWith")), here + "/pairWith");
            }
        }
    }

    private void placed(List<String> given, String pointer) {
        Set<String> seen = new HashSet<>();
        for (String field : given) {
            known(field, pointer);
            if (!seen.add(field)) {
                faults.add(
                        pointer,
                        "twice",
                        "Frågan %s står mer än en gång.".formatted(field),
                        "The question %s is there more than once.".formatted(field));
            }
        }
        for (String field : fields.propertyNames()) {
            if (!seen.contains(field)) {
                faults.add(
                        pointer,
                        "required",
                        "Frågan %s saknar plats.".formatted(field),
                        "The question %s has no place.".formatted(field));
            }
        }
    }

    private void examples() {
        JsonNode examples = root.path("formExamples");
        if (examples.isEmpty()) {
            faults.add(
                    "/formExamples",
                    "required",
                    "Ge minst ett exempel på ett ifyllt formulär.",
                    "Give at least one example of a filled form.");
            return;
        }
        FormRules rules;
        try {
            rules = FormRules.ofSchema(schema);
        } catch (RuntimeException unreadable) {
            faults.add(
                    FORM,
                    "wrong_form",
                    "Formuläret är inte ett giltigt JSON Schema.",
                    "The form is not a valid JSON Schema.");
            return;
        }
        for (int at = 0; at < examples.size(); at++) {
            example(rules, examples.path(at), "/formExamples/" + at);
        }
    }

    private void example(FormRules rules, JsonNode example, String pointer) {
        FormRules.Result whole = rules.check(example.toString());
        for (FieldFault fault : whole.missing()) {
            faults.add(
                    at(pointer, fault),
                    fault.code(),
                    fault.message().sv(),
                    fault.message().en());
        }
        for (FieldFault fault : whole.wrong()) {
            faults.add(
                    at(pointer, fault),
                    fault.code(),
                    fault.message().sv(),
                    fault.message().en());
        }
        for (JsonNode required : schema.path("required")) {
            String name = Faults.text(required);
            ObjectNode without = (ObjectNode) example.deepCopy();
            if (without.remove(name) != null
                    && rules.check(without.toString()).missing().isEmpty()) {
                faults.add(
                        FORM + "/required",
                        "not_held",
                        "Formuläret godtar exemplet utan %s fast frågan är obligatorisk.".formatted(name),
                        "The form takes the example without %s although it is required.".formatted(name));
            }
        }
    }

    private static String at(String pointer, FieldFault fault) {
        return pointer + fault.pointer().replaceFirst("^/formData", "");
    }
}
