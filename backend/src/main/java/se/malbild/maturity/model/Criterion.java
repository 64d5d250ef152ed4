// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A criterion (kriterium) with a sentence for each level. Immutable.
 *
 * @param perspective code of its perspective
 * @param pairedIntake for a {@link Dimension#USE} criterion: the intake criterion it is held against
 * @param levels the levels it defines, lowest first; consecutive
 * @param interviewPrompts questions to talk about
 * @param evidenceExamples what may verify a level
 */
public record Criterion(
        String code,
        String perspective,
        Aspect aspect,
        Dimension dimension,
        Optional<String> pairedIntake,
        Map<String, String> name,
        Map<String, String> question,
        List<Level> levels,
        List<Map<String, String>> interviewPrompts,
        List<Map<String, String>> evidenceExamples) {

    /** What a level looks like. */
    public record Level(int level, Map<String, String> text) {}

    /** Structure or culture. */
    public enum Aspect {
        STRUCTURE,
        CULTURE;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** "We take it in digitally", "we use the advantages", or neither. */
    public enum Dimension {
        INTAKE,
        USE,
        NONE;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same among fewer criteria: without its intake criterion where that is not one of them. */
    Criterion pairedWithin(Set<String> criteria) {
        return pairedIntake.filter(each -> !criteria.contains(each)).isEmpty()
                ? this
                : new Criterion(
                        code,
                        perspective,
                        aspect,
                        dimension,
                        Optional.empty(),
                        name,
                        question,
                        levels,
                        interviewPrompts,
                        evidenceExamples);
    }

    /** Whether the level can be chosen. */
    public boolean defines(int level) {
        return levels.stream().anyMatch(each -> each.level() == level);
    }

    /** The level at a place of the scoring functions: place 1 is the first level. */
    public int levelAt(int place) {
        return levels.get(place - 1).level();
    }

    /** The place of a level: the inverse of {@link #levelAt}. */
    public int placeOf(int level) {
        for (int place = 1; place <= levels.size(); place++) {
            if (levelAt(place) == level) {
                return place;
            }
        }
        throw new IllegalArgumentException("%s has no level %d".formatted(code, level));
    }
}
