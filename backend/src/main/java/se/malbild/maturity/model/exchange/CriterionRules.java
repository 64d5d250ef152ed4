// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a criterion must be: codes, references and the levels of the scale. */
final class CriterionRules {
    private static final Set<String> KEYS = Set.of(
            "code",
            "perspective",
            "aspect",
            "dimension",
            "pairedIntake",
            "name",
            "question",
            "levels",
            "unusedLevels",
            "interviewPrompts",
            "evidenceExamples");
    private static final String INTAKE = "intake";

    private final Checks checks;
    private final Set<Integer> scale;
    private final @Nullable Integer implicit;
    private final Set<String> perspectives;
    private final Map<String, Integer> levelsOf = new HashMap<>();

    /** @param implicit the lowest level, where it needs no text */
    CriterionRules(Checks checks, Set<Integer> scale, @Nullable Integer implicit, Set<String> perspectives) {
        this.checks = checks;
        this.scale = scale;
        this.implicit = implicit;
        this.perspectives = perspectives;
    }

    /** How many levels each criterion defines, by its code; one that need not be written counts. */
    Map<String, Integer> levelsOf() {
        return levelsOf;
    }

    void check(List<Element> all) {
        Set<String> taken = new HashSet<>();
        Map<String, String> dimensions = new HashMap<>();
        for (Element each : all) {
            if (each instanceof Element.Mapping criterion && criterion.get("code") instanceof Element.Scalar code) {
                Element dimension = criterion.get("dimension");
                dimensions.putIfAbsent(code.text(), dimension instanceof Element.Scalar named ? named.text() : "none");
            }
        }
        if (all.isEmpty()) {
            checks.fault(
                    Fault.Code.M010,
                    "criteria",
                    Element.Place.at(0, 0),
                    "Modellen behöver minst ett kriterium.",
                    "The model needs at least one criterion.");
        }
        for (int i = 0; i < all.size(); i++) {
            String path = "criteria[%d]".formatted(i);
            Element.Mapping criterion = checks.mapping(all.get(i), path);
            if (criterion != null) {
                check(criterion, path, taken, dimensions);
            }
        }
    }

    private void check(Element.Mapping criterion, String path, Set<String> taken, Map<String, String> dimensions) {
        checks.knownKeys(criterion, path, KEYS);
        String code = checks.code(criterion, path, taken);
        checks.oneOf(criterion, path, "perspective", null, perspectives);
        checks.oneOf(criterion, path, "aspect", "structure", Set.of("structure", "culture"));
        String dimension = checks.oneOf(criterion, path, "dimension", "none", Set.of(INTAKE, "use", "none"));
        pair(criterion, path, "use".equals(dimension), dimensions);
        checks.requiredText(criterion, path, "name");
        checks.optionalText(criterion, path, "question");
        checks.texts(criterion, path, "interviewPrompts");
        checks.texts(criterion, path, "evidenceExamples");
        int defined = levels(criterion, path);
        if (code != null) {
            levelsOf.putIfAbsent(code, defined);
        }
    }

    private void pair(Element.Mapping criterion, String path, boolean use, Map<String, String> dimensions) {
        String at = Checks.at(path, "pairedIntake");
        Element element = criterion.get("pairedIntake");
        String paired = checks.word(element, at);
        if (paired != null && element != null && !dimensions.containsKey(paired)) {
            checks.unknown(at, element.place(), paired, dimensions.keySet());
        } else if (paired != null && element != null && !INTAKE.equals(dimensions.get(paired))) {
            checks.fault(
                    Fault.Code.M021,
                    at,
                    element.place(),
                    "%s är inget inflödeskriterium. Ange ett kriterium med dimension intake.".formatted(paired),
                    "%s is no intake criterion. Name a criterion whose dimension is intake.".formatted(paired));
        } else if (use && element == null && dimensions.containsValue(INTAKE)) {
            checks.fault(
                    Fault.Code.M021,
                    at,
                    criterion.place(),
                    "Ange vilket inflödeskriterium det jämförs med.",
                    "Say which intake criterion it is held against.");
        }
    }

    private int levels(Element.Mapping criterion, String path) {
        Element element = checks.required(criterion, path, "levels");
        List<Element> all = checks.list(element, Checks.at(path, "levels"));
        Set<Integer> written = new TreeSet<>();
        boolean sound = true;
        for (int i = 0; i < all.size(); i++) {
            String at = "%s.levels[%d]".formatted(path, i);
            Element.Mapping level = checks.mapping(all.get(i), at);
            if (level != null) {
                checks.knownKeys(level, at, Set.of("level", "text"));
                checks.requiredText(level, at, "text");
                Integer number = Checks.whole(level.get("level"));
                sound &= number != null && scale.contains(number) && written.add(number);
            }
        }
        Set<Integer> unused = unused(criterion, path);
        Set<Integer> wanted = new TreeSet<>(scale);
        wanted.removeAll(unused);
        if (implicit != null && !unused.contains(implicit)) {
            written.add(implicit);
        }
        if (element != null && !(sound && written.equals(wanted))) {
            checks.fault(
                    Fault.Code.M030,
                    Checks.at(path, "levels"),
                    element.place(),
                    "Nivåerna ska vara %s, en gång var. Nivåer som inte används nämns i unusedLevels."
                            .formatted(wanted),
                    "The levels should be %s, once each. Levels that are not used are named in unusedLevels."
                            .formatted(wanted));
        }
        return wanted.size();
    }

    private Set<Integer> unused(Element.Mapping criterion, String path) {
        String at = Checks.at(path, "unusedLevels");
        Set<Integer> unused = new TreeSet<>();
        for (Element each : checks.list(criterion.get("unusedLevels"), at)) {
            Integer level = Checks.whole(each);
            if (level == null || !scale.contains(level)) {
                checks.fault(
                        Fault.Code.M030,
                        at,
                        each.place(),
                        "unusedLevels nämner nivåer som finns i skalan.",
                        "unusedLevels names levels of the scale.");
            } else {
                unused.add(level);
            }
        }
        return unused;
    }
}
