// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fills a case type's form after one of its examples, for another place and another day. */
final class Forms {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Around when the examples are written. */
    private static final LocalDate WRITTEN = LocalDate.of(2026, 4, 15);

    private static final List<String> SPECIES = List.of("goose", "goose", "red_deer", "beaver", "wolf", "crane");
    /** Species whose decisions are appealed to a court (jaktförordningen 58 §). */
    private static final Set<String> TO_COURT =
            Set.of("wolf", "bear", "lynx", "wolverine", "golden_eagle", "crane", "goose", "cormorant");

    private Forms() {}

    /** Form data as a JSON object. */
    static ObjectNode fill(String configuration, Chance chance, Texts.Place place, LocalDate day) {
        List<JsonNode> examples =
                JSON.readTree(configuration).path("formExamples").valueStream().toList();
        ObjectNode form = (ObjectNode) chance.one(examples).deepCopy();
        long days = day.toEpochDay() - WRITTEN.toEpochDay();
        for (String field : List.copyOf(form.propertyNames())) {
            JsonNode value = form.get(field);
            if (value.isString() && DAY.matcher(value.asString()).matches()) {
                form.put(field, LocalDate.parse(value.asString()).plusDays(days).toString());
            }
        }
        if (form.has("acute")) {
            form.put("acute", chance.percent(15));
        }
        if (form.has("suspensionRequested")) {
            form.put("suspensionRequested", chance.percent(12));
        }
        replace(form, "municipality", place.municipality());
        replace(form, "property", place.property());
        replace(form, "waterName", place.water());
        replace(form, "committee", "Byggnadsnämnden i " + place.municipalityName());
        if (form.has("species")
                && form.get("species").isString()
                && SPECIES.contains(form.get("species").asString())) {
            form.put("species", chance.one(SPECIES));
        }
        return form;
    }

    /** Whether a decision on the form's matter is appealed to a court rather than to an agency. */
    static boolean toCourt(ObjectNode form) {
        return form.path("species").isString()
                && TO_COURT.contains(form.path("species").asString());
    }

    private static void replace(ObjectNode form, String field, String value) {
        if (form.path(field).isString()) {
            form.put(field, value);
        }
    }
}
