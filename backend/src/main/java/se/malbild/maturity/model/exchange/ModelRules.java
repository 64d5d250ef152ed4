// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything a model must be (SCORING §8), all faults at once. */
final class ModelRules {
    private static final Set<String> KEYS = Set.of(
            "schema",
            "schemaVersion",
            "id",
            "version",
            "status",
            "defaultLocale",
            "locales",
            "title",
            "purpose",
            "licence",
            "source",
            "scale",
            "lowestImplicit",
            "dontKnow",
            "perspectives",
            "criteria",
            "indicators",
            "eventVocabulary",
            "cutsStatus");
    private static final Set<String> CUTS = Set.of("provisional", "calibrated");
    private static final Set<String> ASPECTS = Set.of("structure", "culture");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern SEMVER = Pattern.compile("(0|[1-9]\\d{0,4})\\.(0|[1-9]\\d{0,4})\\.(0|[1-9]\\d{0,4})");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}");
    private static final int MOST_CRITERIA = 200;
    private static final int FEWEST_LEVELS = 3;
    private static final int MOST_LEVELS = 7;

    private final Checks checks = new Checks();
    private final Element.Mapping model;

    private ModelRules(Element.Mapping model) {
        this.model = model;
    }

    /** All that is wrong with it or may not be what was meant, by part of the model. */
    static List<Fault> check(Element.Mapping model) {
        ModelRules rules = new ModelRules(model);
        rules.check();
        return rules.checks.faults();
    }

    private void check() {
        schema();
        languages();
        checks.knownKeys(model, "", KEYS);
        identity(
                "id",
                ID,
                "Modellens id är små bokstäver, siffror och bindestreck.",
                "The id is small letters, digits and hyphens.");
        identity(
                "version",
                SEMVER,
                "Versionen är tre tal med punkt emellan, som 1.0.0.",
                "The version is three numbers with dots between, as 1.0.0.");
        checks.requiredText(model, "", "title");
        checks.optionalText(model, "", "purpose");
        checks.optionalText(model, "", "dontKnow");
        checks.word(checks.required(model, "", "licence"), "licence");
        checks.word(model.get("source"), "source");
        checks.oneOf(model, "", "cutsStatus", "provisional", CUTS);
        Set<Integer> scale = scale();
        Set<String> perspectives = perspectives();
        CriterionRules criteria = new CriterionRules(checks, scale, lowestImplicit(scale), perspectives);
        List<Element> all = checks.list(checks.required(model, "", "criteria"), "criteria");
        if (all.size() > MOST_CRITERIA) {
            checks.fault(
                    Fault.Code.M002,
                    "criteria",
                    model.place(),
                    "Modellen har fler än 200 kriterier.",
                    "The model has more than 200 criteria.");
            return;
        }
        criteria.check(all);
        IndicatorRules.check(checks, checks.list(model.get("indicators"), "indicators"), criteria.levelsOf());
    }

    private void schema() {
        Element schema = model.get("schema");
        Element version = model.get("schemaVersion");
        if (schema == null || !"malbild/maturity-model".equals(schema.plain())) {
            checks.fault(
                    Fault.Code.M003,
                    "schema",
                    schema == null ? model.place() : schema.place(),
                    "Filen ska börja med schema: malbild/maturity-model.",
                    "The file should begin with schema: malbild/maturity-model.");
        }
        if (!Integer.valueOf(1).equals(Checks.whole(version))) {
            checks.fault(
                    Fault.Code.M003,
                    "schemaVersion",
                    version == null ? model.place() : version.place(),
                    "schemaVersion ska vara 1.",
                    "schemaVersion should be 1.");
        }
    }

    private void languages() {
        String first = checks.word(checks.required(model, "", "defaultLocale"), "defaultLocale");
        List<Element> all = checks.list(checks.required(model, "", "locales"), "locales");
        Set<String> known = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String path = "locales[%d]".formatted(i);
            String locale = checks.word(all.get(i), path);
            if (locale != null && LOCALE.matcher(locale).matches()) {
                known.add(locale);
            } else if (locale != null) {
                checks.fault(
                        Fault.Code.M013,
                        path,
                        all.get(i).place(),
                        "Ett språk skrivs som sv eller en.",
                        "A language is written as sv or en.");
            }
        }
        if (first == null) {
            return;
        }
        if (!known.isEmpty() && !known.contains(first)) {
            checks.unknown("defaultLocale", model.place(), first, known);
        }
        known.add(first);
        checks.languages(first, known);
    }

    private void identity(String name, Pattern form, String sv, String en) {
        Element element = checks.required(model, "", name);
        String word = checks.word(element, name);
        if (word != null && element != null && !form.matcher(word).matches()) {
            checks.fault(Fault.Code.M013, name, element.place(), sv, en);
        }
    }

    private Set<Integer> scale() {
        Element scale = checks.required(model, "", "scale");
        List<Element> all = checks.list(scale, "scale");
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String path = "scale[%d]".formatted(i);
            Element.Mapping level = checks.mapping(all.get(i), path);
            if (level != null) {
                checks.knownKeys(level, path, Set.of("level", "name", "meaning"));
                checks.requiredText(level, path, "name");
                checks.optionalText(level, path, "meaning");
                Integer number = Checks.whole(level.get("level"));
                levels.add(number == null ? Integer.MIN_VALUE : number);
            }
        }
        if (scale != null && !isScale(levels)) {
            checks.fault(
                    Fault.Code.M030,
                    "scale",
                    scale.place(),
                    "Skalan ska ha tre till sju nivåer, hela tal i följd från 0 eller 1.",
                    "The scale should have three to seven levels, consecutive whole numbers from 0 or 1.");
        }
        return new TreeSet<>(levels);
    }

    private static boolean isScale(List<Integer> levels) {
        if (levels.size() < FEWEST_LEVELS
                || levels.size() > MOST_LEVELS
                || levels.getFirst() < 0
                || levels.getFirst() > 1) {
            return false;
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i) != levels.getFirst() + i) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Integer lowestImplicit(Set<Integer> scale) {
        Element implicit = model.get("lowestImplicit");
        boolean wanted = implicit != null && Boolean.TRUE.equals(implicit.plain());
        return wanted && !scale.isEmpty() ? scale.iterator().next() : null;
    }

    private Set<String> perspectives() {
        Element element = checks.required(model, "", "perspectives");
        List<Element> all = checks.list(element, "perspectives");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String path = "perspectives[%d]".formatted(i);
            Element.Mapping perspective = checks.mapping(all.get(i), path);
            if (perspective != null) {
                checks.knownKeys(perspective, path, Set.of("code", "name", "aspects", "description"));
                checks.code(perspective, path, codes);
                checks.requiredText(perspective, path, "name");
                checks.optionalText(perspective, path, "description");
                aspects(perspective, path);
            }
        }
        if (element != null && all.isEmpty()) {
            checks.fault(
                    Fault.Code.M010,
                    "perspectives",
                    element.place(),
                    "Modellen behöver minst ett perspektiv.",
                    "The model needs at least one perspective.");
        }
        return codes;
    }

    private void aspects(Element.Mapping perspective, String path) {
        List<Element> aspects = checks.list(perspective.get("aspects"), Checks.at(path, "aspects"));
        for (int i = 0; i < aspects.size(); i++) {
            String at = "%s.aspects[%d]".formatted(path, i);
            String aspect = checks.word(aspects.get(i), at);
            if (aspect != null && !ASPECTS.contains(aspect)) {
                checks.unknown(at, aspects.get(i).place(), aspect, ASPECTS);
            }
        }
    }
}
