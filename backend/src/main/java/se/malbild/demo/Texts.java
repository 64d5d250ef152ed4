// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of the demo's cases, from {@code texts.json}; names of people are put together from {@code people.json}. */
record Texts(
        List<String> places,
        List<String> waters,
        List<String> organisations,
        List<String> givenNames,
        List<String> familyNames,
        Map<String, String> municipalities,
        Map<String, List<String>> reasons,
        String unnecessary,
        String noAnswer,
        Map<String, OfType> types) {

    /**
     * Words of one case type.
     *
     * @param party role of the sender, or {@code none}
     * @param asked what a supplement is asked for; {@code supplied} names the record that comes
     * @param outcomes what is decided, by outcome
     */
    record OfType(
            String record,
            List<String> subjects,
            String publicSubject,
            String party,
            String asked,
            String supplied,
            String referred,
            String visit,
            String reasons,
            Map<String, String> outcomes) {}

    /** Where a case is about. */
    record Place(String place, String water, String municipality, String municipalityName, String property) {

        /** The text with its {placeholders} filled. */
        String in(String text) {
            return text.replace("{place}", place)
                    .replace("{water}", water)
                    .replace("{municipality}", municipalityName)
                    .replace("{property}", property);
        }
    }

    /** A place drawn for a case. */
    Place place(Chance chance) {
        String municipality =
                chance.oneOfTheFirst(municipalities.keySet().stream().sorted().toList());
        String place = chance.one(places);
        return new Place(
                place,
                chance.one(waters),
                municipality,
                Objects.requireNonNull(municipalities.get(municipality)),
                "%s %d:%d".formatted(place, 1 + chance.below(9), 1 + chance.below(40)));
    }

    /** A reason of that kind, e.g. {@code reassigned}. */
    String reason(Chance chance, String kind) {
        return chance.one(Objects.requireNonNull(reasons.get(kind), kind));
    }

    /** A made-up person. */
    String person(Chance chance) {
        return chance.one(givenNames) + " " + chance.one(familyNames);
    }
}
