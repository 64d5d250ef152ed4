// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one group on one criterion, counted (SCORING §3).
 *
 * @param perLevel answers at each level, lowest level first; index 0 is the first level of the scale
 * @param dontKnow answers "vet inte"; never part of {@code n}
 */
public record Counts(List<Integer> perLevel, int dontKnow) {

    /** Refuses what cannot be counted. */
    public Counts {
        perLevel = List.copyOf(perLevel);
        if (perLevel.isEmpty() || dontKnow < 0 || perLevel.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts are not negative, and there is a scale");
        }
    }

    /** Counts without any "vet inte". */
    public static Counts of(int... perLevel) {
        return new Counts(Arrays.stream(perLevel).boxed().toList(), 0);
    }

    /** Both counted together, on the same scale. */
    public Counts plus(Counts other) {
        return new Counts(
                IntStream.range(0, levels())
                        .mapToObj(i -> perLevel.get(i) + other.perLevel.get(i))
                        .toList(),
                dontKnow + other.dontKnow);
    }

    /** Answers with a level (n). */
    public int n() {
        return perLevel.stream().mapToInt(Integer::intValue).sum();
    }

    /** All who answered, "vet inte" included. */
    public int respondents() {
        return n() + dontKnow;
    }

    /** Number of levels (K). */
    public int levels() {
        return perLevel.size();
    }

    /**
     * Place of the group's level [groupLevel]: the highest L with 2 · count(≥ L) &gt; n, the lower median; 1 is the first level of the
     * scale. Null when nobody gave a level.
     */
    public @Nullable Integer level() {
        int n = n();
        long atOrAbove = 0;
        for (int place = levels(); n > 0 && place >= 1; place--) {
            atOrAbove += perLevel.get(place - 1);
            if (2 * atOrAbove > n) {
                return place;
            }
        }
        return null;
    }

    /** Whether at least a third cannot say: dk / (n + dk) ≥ 1/3. */
    public boolean manyDoNotKnow() {
        return respondents() > 0 && 3L * dontKnow >= respondents();
    }

    /** Place of the {@code rank}-th answer in rising order, 1 ≤ rank ≤ n. */
    int placeOf(int rank) {
        int seen = 0;
        for (int place = 1; place <= levels(); place++) {
            seen += perLevel.get(place - 1);
            if (seen >= rank) {
                return place;
            }
        }
        throw new IllegalArgumentException("there is no answer of that rank");
    }
}
