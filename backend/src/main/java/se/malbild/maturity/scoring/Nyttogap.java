// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The gap between what an authority takes in digitally and what it uses (nyttogap) [nyttogap]. Steps are counted, not measured; a
 * negative gap is kept as it is. A criterion decided as not applicable counts as undecided: leave it out of the levels.
 *
 * @param pairs pairs with both decided, largest gap first
 * @param intakeDecided intake criteria with a decided level
 * @param useDecided use criteria with a decided level
 * @param intakeMedian lower median of the decided intake levels, if enough are decided
 * @param useMedian lower median of the decided use levels, if enough are decided
 */
public record Nyttogap(
        List<Pair> pairs,
        int intakeDecided,
        int useDecided,
        @Nullable Integer intakeMedian,
        @Nullable Integer useMedian) {
    /** Fewest decided intake criteria for a total. */
    public static final int INTAKE_NEEDED = 3;
    /** Fewest decided use criteria for a total. */
    public static final int USE_NEEDED = 7;

    /** A use criterion and the intake criterion it is held against, by code. */
    public record Pairing(String use, String intake) {}

    /** A pairing with its decided levels. */
    public record Pair(String use, String intake, int useLevel, int intakeLevel) {

        /** Level of intake less level of use, in steps. */
        public int gap() {
            return intakeLevel - useLevel;
        }
    }

    /**
     * The gap of decided levels.
     *
     * @param levels decided level per criterion code
     * @param intake codes of the intake criteria
     * @param pairings every use criterion with its intake
     */
    public static Nyttogap of(Map<String, Integer> levels, Collection<String> intake, Collection<Pairing> pairings) {
        List<Pair> pairs = pairings.stream()
                .flatMap(each -> pair(each, levels.get(each.use()), levels.get(each.intake())).stream())
                .sorted(Comparator.comparingInt(Pair::gap).reversed().thenComparing(Pair::use))
                .toList();
        List<Integer> ins =
                intake.stream().filter(levels::containsKey).map(levels::get).toList();
        List<Integer> uses = pairings.stream()
                .map(Pairing::use)
                .filter(levels::containsKey)
                .map(levels::get)
                .toList();
        boolean enough = ins.size() >= INTAKE_NEEDED && uses.size() >= USE_NEEDED;
        return new Nyttogap(
                pairs, ins.size(), uses.size(), enough ? lowerMedian(ins) : null, enough ? lowerMedian(uses) : null);
    }

    private static Optional<Pair> pair(Pairing pairing, @Nullable Integer use, @Nullable Integer intake) {
        return use == null || intake == null
                ? Optional.empty()
                : Optional.of(new Pair(pairing.use(), pairing.intake(), use, intake));
    }

    private static int lowerMedian(List<Integer> levels) {
        List<Integer> sorted = new ArrayList<>(levels);
        sorted.sort(Comparator.naturalOrder());
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** Lower median of intake less that of use, in whole steps; null until enough is decided. */
    public @Nullable Integer total() {
        return intakeMedian == null || useMedian == null ? null : intakeMedian - useMedian;
    }

    /** Gap per use criterion, by code; only pairs with both decided. */
    public Map<String, Integer> gaps() {
        return pairs.stream().collect(Collectors.toMap(Pair::use, Pair::gap));
    }

    /**
     * The measured gap in percentage points, 100 · (digitalIn − I04): the share of closed cases that came in digitally and broke on the
     * way. Both shares are over the same closed cases.
     */
    public static Optional<Double> measured(@Nullable Double digitalIn, @Nullable Double fullyDigital) {
        return digitalIn == null || fullyDigital == null
                ? Optional.empty()
                : Optional.of(100 * (digitalIn - fullyDigital));
    }
}
