// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every distribution, tried on ten thousand of them. */
class ScoringPropertiesTest {
    private static final int TRIES = 10_000;

    @Provide
    Arbitrary<List<Integer>> distributions() {
        return Arbitraries.integers()
                .between(3, 7)
                .flatMap(levels -> Arbitraries.integers().between(0, 60).list().ofSize(levels))
                .filter(counts -> counts.stream().anyMatch(count -> count > 0));
    }

    @Provide
    Arbitrary<List<Integer>> fives() {
        return Arbitraries.integers()
                .between(0, 60)
                .list()
                .ofSize(5)
                .filter(counts -> counts.stream().anyMatch(count -> count > 0));
    }

    @Provide
    Arbitrary<List<Integer>> parts() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 6)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 40)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = TRIES)
    void agreementLiesBetweenMinusOneAndOne(@ForAll("distributions") List<Integer> counts) {
        assertThat(Agreement.of(new Counts(counts, 0)).orElseThrow().value()).isBetween(-1.0, 1.0);
    }

    @Property(tries = TRIES)
    void reversingTheScaleLeavesAgreementUnchanged(@ForAll("distributions") List<Integer> counts) {
        assertThat(Agreement.of(new Counts(counts.reversed(), 0))).isEqualTo(Agreement.of(new Counts(counts, 0)));
    }

    @Property(tries = TRIES)
    void reversingTheScaleMirrorsTheDifferenceOfGroups(
            @ForAll("fives") List<Integer> one, @ForAll("fives") List<Integer> other) {
        CliffsDelta asIs =
                CliffsDelta.of(new Counts(one, 0), new Counts(other, 0)).orElseThrow();
        CliffsDelta reversed = CliffsDelta.of(new Counts(one.reversed(), 0), new Counts(other.reversed(), 0))
                .orElseThrow();

        assertThat(reversed.value()).isCloseTo(-asIs.value(), within(1e-12));
        assertThat(reversed.magnitude()).isEqualTo(asIs.magnitude());
    }

    @Property(tries = TRIES)
    void anotherDontKnowChangesNoLevel(@ForAll("distributions") List<Integer> counts, @ForAll int seed) {
        int dontKnow = Math.floorMod(seed, 50);

        assertThat(new Counts(counts, dontKnow + 1).level()).isEqualTo(new Counts(counts, dontKnow).level());
        assertThat(Agreement.of(new Counts(counts, dontKnow + 1)))
                .isEqualTo(Agreement.of(new Counts(counts, dontKnow)));
    }

    @Property(tries = TRIES)
    void suppressionNeverLetsOneHiddenPartBeReckoned(@ForAll("parts") List<Integer> sizes, @ForAll int seed) {
        Map<String, Integer> parts =
                IntStream.range(0, sizes.size()).boxed().collect(Collectors.toMap(i -> "P" + i, sizes::get));
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        // Every other case also hides a part for another reason.
        var alsoHidden =
                seed % 2 == 0 ? java.util.Set.<String>of() : java.util.Set.of("P" + Math.floorMod(seed, sizes.size()));

        Suppression found = Suppression.of(total, parts, alsoHidden);

        Map<String, Integer> hidden = new HashMap<>(parts);
        hidden.keySet().removeAll(found.shown());
        hidden.values().removeIf(size -> size == 0);
        assertThat(found.shown()).noneMatch(part -> isFew(parts.getOrDefault(part, 0)) || alsoHidden.contains(part));
        assertThat(found.parentShown() && total < 5).isFalse();
        if (found.parentShown() && !hidden.isEmpty()) {
            assertThat(hidden).hasSizeGreaterThan(1);
            assertThat(hidden.values().stream().mapToInt(Integer::intValue).sum())
                    .isGreaterThanOrEqualTo(5);
        }
    }

    private static boolean isFew(int size) {
        return size > 0 && size < 5;
    }

    @Property(tries = 1000)
    void theIntervalHoldsTheLevel(@ForAll("fives") List<Integer> list) {
        Counts counts = new Counts(list, 0);

        OrderInterval.of(counts).ifPresent(found -> assertThat(counts.level()).isBetween(found.low(), found.high()));
    }
}
