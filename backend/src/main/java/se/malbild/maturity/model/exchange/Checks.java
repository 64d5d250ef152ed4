// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads values of a file in the form they should have, and notes what is wrong with them. */
final class Checks {
    static final int LONGEST = 600;
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,6}[0-9A-Z-]{0,12}");

    private final List<Fault> faults = new ArrayList<>();
    private String defaultLocale = "sv";
    private Set<String> locales = Set.of("sv");

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The languages that texts are looked for in. */
    void languages(String first, Set<String> all) {
        defaultLocale = first;
        locales = new LinkedHashSet<>(all);
    }

    void fault(Fault.Code code, String path, Element.Place place, String sv, String en) {
        faults.add(new Fault(code, path, place, sv, en));
    }

    /** Warns of keys that are none of those. */
    void knownKeys(Element.Mapping mapping, String path, Set<String> known) {
        mapping.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                fault(
                        Fault.Code.M070,
                        at(path, name),
                        value.place(),
                        "Nyckeln %s är okänd. Den sparas men används inte.".formatted(name),
                        "The key %s is unknown. It is kept but not used.".formatted(name));
            }
        });
    }

    /** The value that must be there; M010 where it is not. */
    @Nullable
    Element required(Element.Mapping mapping, String path, String name) {
        Element found = mapping.get(name);
        if (found == null || found instanceof Element.Scalar scalar && scalar.kind() == Element.Kind.NOTHING) {
            fault(
                    Fault.Code.M010,
                    at(path, name),
                    mapping.place(),
                    "%s saknas.".formatted(name),
                    "%s is missing.".formatted(name));
            return null;
        }
        return found;
    }

    /** A word in one language: a code, an identity; null where it is none. */
    @Nullable
    String word(@Nullable Element element, String path) {
        if (element == null) {
            return null;
        }
        if (element instanceof Element.Scalar scalar && scalar.kind() == Element.Kind.TEXT) {
            return scalar.text();
        }
        notText(element, path);
        return null;
    }

    /** A code, written as codes are (M013); null where it is none. */
    @Nullable
    String code(Element.Mapping mapping, String path, Set<String> taken) {
        Element element = required(mapping, path, "code");
        String code = word(element, at(path, "code"));
        if (code == null || element == null) {
            return null;
        }
        if (!CODE.matcher(code).matches()) {
            fault(
                    Fault.Code.M013,
                    at(path, "code"),
                    element.place(),
                    "En kod är en till sex stora bokstäver och sedan högst tolv siffror, stora bokstäver eller bindestreck.",
                    "A code is one to six capital letters and then at most twelve digits, capital letters or hyphens.");
            return null;
        }
        if (!taken.add(code)) {
            fault(
                    Fault.Code.M011,
                    at(path, "code"),
                    element.place(),
                    "Koden %s används redan. Ge den en egen.".formatted(code),
                    "The code %s is already used. Give it one of its own.".formatted(code));
        }
        return code;
    }

    /** One of some words; M020 where it is another. */
    @Nullable
    String oneOf(Element.Mapping mapping, String path, String name, @Nullable String otherwise, Set<String> known) {
        Element element = otherwise == null ? required(mapping, path, name) : mapping.get(name);
        if (element == null) {
            return otherwise;
        }
        String word = word(element, at(path, name));
        if (word != null && !known.contains(word)) {
            unknown(at(path, name), element.place(), word, known);
            return null;
        }
        return word;
    }

    /** Refers to something that is not there (M020). */
    void unknown(String path, Element.Place place, String word, Set<String> known) {
        String some = String.join(", ", known.stream().limit(40).toList());
        fault(
                Fault.Code.M020,
                path,
                place,
                "%s finns inte. Det som finns är: %s.".formatted(word, some),
                "%s does not exist. What exists is: %s.".formatted(word, some));
    }

    /** The values of a list; none where it is no list. */
    List<Element> list(@Nullable Element element, String path) {
        if (element == null) {
            return List.of();
        }
        if (element instanceof Element.Sequence sequence) {
            return sequence.items();
        }
        fault(Fault.Code.M010, path, element.place(), "Här ska en lista stå.", "A list is expected here.");
        return List.of();
    }

    /** Names and values; null where it is something else. */
    Element.@Nullable Mapping mapping(Element element, String path) {
        if (element instanceof Element.Mapping mapping) {
            return mapping;
        }
        fault(
                Fault.Code.M010,
                path,
                element.place(),
                "Här ska namn och värden stå.",
                "Names and values are expected here.");
        return null;
    }

    /** A text that must be there. */
    void requiredText(Element.Mapping mapping, String path, String name) {
        Element element = required(mapping, path, name);
        if (element != null) {
            text(element, at(path, name));
        }
    }

    /** A text that may be there. */
    void optionalText(Element.Mapping mapping, String path, String name) {
        Element element = mapping.get(name);
        if (element != null) {
            text(element, at(path, name));
        }
    }

    /** Texts one after another. */
    void texts(Element.Mapping mapping, String path, String name) {
        List<Element> items = list(mapping.get(name), at(path, name));
        for (int i = 0; i < items.size(); i++) {
            text(items.get(i), "%s[%d]".formatted(at(path, name), i));
        }
    }

    /** A text alone is in the default language; otherwise each language has its own. */
    void text(Element element, String path) {
        if (!(element instanceof Element.Mapping languages)) {
            plain(element, path);
            return;
        }
        for (Map.Entry<String, Element> each : languages.fields().entrySet()) {
            plain(each.getValue(), at(path, each.getKey()));
        }
        knownKeys(languages, path, locales);
        for (String locale : locales) {
            if (!languages.fields().containsKey(locale)) {
                boolean needed = locale.equals(defaultLocale);
                fault(
                        needed ? Fault.Code.M040 : Fault.Code.M041,
                        at(path, locale),
                        languages.place(),
                        "Texten saknas på %s.".formatted(locale),
                        "The text is missing in %s.".formatted(locale));
            }
        }
    }

    private void plain(Element element, String path) {
        String text = word(element, path);
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST) {
            fault(
                    Fault.Code.M042,
                    path,
                    element.place(),
                    "Texten har %d tecken. Högst %d får plats.".formatted(text.length(), LONGEST),
                    "The text has %d characters. At most %d fit.".formatted(text.length(), LONGEST));
        } else if (PlainTexts.hasMarkup(text)) {
            fault(
                    Fault.Code.M043,
                    path,
                    element.place(),
                    "Texten innehåller märkning, som tas bort.",
                    "The text contains markup, which is taken away.");
        }
    }

    private void notText(Element element, String path) {
        String written = element instanceof Element.Scalar scalar ? " " + scalar.text() : "";
        fault(
                Fault.Code.M060,
                path,
                element.place(),
                "Här ska en text stå, inte%s. Sätt citattecken om det är menat som text.".formatted(written),
                "A text is expected here, not%s. Put quotes around it if it is meant as text.".formatted(written));
    }

    /** A whole number; null where it is something else. */
    static @Nullable Integer whole(@Nullable Element element) {
        return element != null && element.plain() instanceof Integer number ? number : null;
    }

    /** A number; null where it is something else. */
    static @Nullable Double number(Element element) {
        return element.plain() instanceof Number number ? number.doubleValue() : null;
    }

    static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
