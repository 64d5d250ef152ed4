// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.malbild.maturity.model.Criterion;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ModelSemver;

/**
 * What becomes of earlier results of a criterion: they are held against new ones only where code and major are equal (SCORING §1).
 * Immutable.
 */
public record Carry(String code, Map<String, String> name, How how) {

    /** Whether results can be held against each other. */
    public enum How {
        /** Equal code and equal major. */
        COMPARED,
        /** Equal code, but another major. */
        NEW_MEANING,
        /** Not in the earlier version. */
        NEW,
        /** Not in the later version. */
        GONE
    }

    /** For the criteria of both, in the order of the later; those gone come last. */
    public static List<Carry> between(MaturityModel before, MaturityModel after) {
        List<Carry> all = new ArrayList<>();
        for (Criterion each : after.criteria()) {
            How how = before.criterion(each.code())
                    .map(was -> carried(before, was, after, each) ? How.COMPARED : How.NEW_MEANING)
                    .orElse(How.NEW);
            all.add(new Carry(each.code(), each.name(), how));
        }
        before.criteria().stream()
                .filter(each -> after.criterion(each.code()).isEmpty())
                .forEach(each -> all.add(new Carry(each.code(), each.name(), How.GONE)));
        return all;
    }

    /** Within a model by the major; between two models, as between the product's and one's own of it, by what the criterion says. */
    private static boolean carried(MaturityModel before, Criterion was, MaturityModel after, Criterion is) {
        return before.id().equals(after.id())
                ? ModelSemver.of(before.version()).major()
                        == ModelSemver.of(after.version()).major()
                : isSame(was, is);
    }

    /**
     * Criteria of one's own model that are the same as in another: by code, levels, dimension, aspect, and every text that both have in a
     * language. What a benchmark may compare between models.
     */
    public static List<String> shared(MaturityModel own, MaturityModel other) {
        return own.criteria().stream()
                .filter(each -> other.criterion(each.code())
                        .filter(same -> isSame(each, same))
                        .isPresent())
                .map(Criterion::code)
                .toList();
    }

    private static boolean isSame(Criterion one, Criterion other) {
        return one.dimension() == other.dimension()
                && one.aspect() == other.aspect()
                && one.pairedIntake().equals(other.pairedIntake())
                && agree(one.question(), other.question())
                && one.levels().size() == other.levels().size()
                && one.levels().stream()
                        .allMatch(level -> other.levels().stream()
                                .anyMatch(same -> same.level() == level.level() && agree(level.text(), same.text())));
    }

    private static boolean agree(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream().anyMatch(other::containsKey)
                && one.entrySet().stream()
                        .allMatch(text -> !other.containsKey(text.getKey())
                                || Objects.equals(text.getValue(), other.get(text.getKey())));
    }
}
