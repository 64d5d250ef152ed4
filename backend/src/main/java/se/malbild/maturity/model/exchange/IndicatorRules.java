// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an indicator must be: its cuts are one fewer than the levels of the criteria it is evidence for, in order. */
final class IndicatorRules {
    private static final Set<String> KEYS = Set.of(
            "code",
            "name",
            "unit",
            "direction",
            "population",
            "grain",
            "minCount",
            "definition",
            "formula",
            "cuts",
            "criteria");
    private static final Set<String> UNITS = Set.of("share", "hours", "days", "per 100 cases", "ratio");
    private static final String HIGHER = "higher";

    private final Checks checks;
    private final Map<String, Integer> levelsOf;

    private IndicatorRules(Checks checks, Map<String, Integer> levelsOf) {
        this.checks = checks;
        this.levelsOf = levelsOf;
    }

    /** @param levelsOf how many levels each criterion defines */
    static void check(Checks checks, List<Element> all, Map<String, Integer> levelsOf) {
        IndicatorRules rules = new IndicatorRules(checks, levelsOf);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String path = "indicators[%d]".formatted(i);
            Element.Mapping indicator = checks.mapping(all.get(i), path);
            if (indicator != null) {
                rules.check(indicator, path, taken);
            }
        }
    }

    private void check(Element.Mapping indicator, String path, Set<String> taken) {
        checks.knownKeys(indicator, path, KEYS);
        checks.code(indicator, path, taken);
        checks.requiredText(indicator, path, "name");
        checks.oneOf(indicator, path, "unit", null, UNITS);
        String direction = checks.oneOf(indicator, path, "direction", null, Set.of(HIGHER, "lower"));
        checks.word(indicator.get("population"), Checks.at(path, "population"));
        checks.word(indicator.get("grain"), Checks.at(path, "grain"));
        checks.word(indicator.get("formula"), Checks.at(path, "formula"));
        checks.optionalText(indicator, path, "definition");
        Element fewest = indicator.get("minCount");
        Integer count = Checks.whole(fewest);
        if (fewest != null && (count == null || count < 1)) {
            checks.fault(
                    Fault.Code.M010,
                    Checks.at(path, "minCount"),
                    fewest.place(),
                    "minCount är ett helt tal, minst 1.",
                    "minCount is a whole number, at least 1.");
        }
        cuts(indicator, path, HIGHER.equals(direction), criteria(indicator, path));
    }

    private List<String> criteria(Element.Mapping indicator, String path) {
        String at = Checks.at(path, "criteria");
        List<Element> all = checks.list(checks.required(indicator, path, "criteria"), at);
        List<String> known = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String place = "%s[%d]".formatted(at, i);
            String code = checks.word(all.get(i), place);
            if (code != null && !levelsOf.containsKey(code)) {
                checks.unknown(place, all.get(i).place(), code, new TreeSet<>(levelsOf.keySet()));
            } else if (code != null) {
                known.add(code);
            }
        }
        return known;
    }

    private void cuts(Element.Mapping indicator, String path, boolean higher, List<String> criteria) {
        Element element = checks.required(indicator, path, "cuts");
        if (element == null) {
            return;
        }
        String at = Checks.at(path, "cuts");
        List<Element> all = checks.list(element, at);
        boolean sound = criteria.stream().allMatch(code -> levelsOf.getOrDefault(code, 0) - 1 == all.size());
        Double before = null;
        for (Element each : all) {
            Double cut = Checks.number(each);
            sound &= cut != null && (before == null || (higher ? cut > before : cut < before));
            before = cut;
        }
        if (!sound) {
            checks.fault(
                    Fault.Code.M031,
                    at,
                    element.place(),
                    "Gränserna ska vara en färre än kriteriets nivåer och stå i ordning: stigande när högre är bättre, annars fallande.",
                    "The cuts should be one fewer than the criterion's levels and stand in order: rising when higher is better, otherwise"
                            + " falling.");
        }
    }
}
