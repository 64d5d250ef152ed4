// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds of every band, whoever the peers are. */
class BenchmarkPropertiesTest {
    private static final double STEP = 0.05;
    private static final int TRIES = 2_000;

    @Provide
    Arbitrary<List<Double>> peers() {
        return Arbitraries.doubles().between(0, 1).list().ofMinSize(0).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Set<String>> members() {
        return Arbitraries.integers().between(1, 14).map(String::valueOf).set().ofMaxSize(14);
    }

    @Property(tries = TRIES)
    void fewerThanFiveShowNothingAndFewerThanTwentyNoQuarter(
            @ForAll("peers") List<Double> peers, @ForAll @DoubleRange(max = 1) double own) {
        Optional<Band> band = Band.of(peers, own, Better.HIGHER, STEP);

        assertThat(band.isPresent()).isEqualTo(peers.size() >= 5);
        band.ifPresent(found -> assertThat(found.quarter() != null).isEqualTo(peers.size() >= 20));
    }

    @Property(tries = TRIES)
    void everyFigureShownIsAWholeNumberOfStepsInOrder(@ForAll("peers") List<Double> peers) {
        Band.of(peers, 0.5, Better.HIGHER, STEP).ifPresent(band -> {
            for (double shown : new double[] {band.q1(), band.median(), band.q3()}) {
                assertThat(shown / STEP).isCloseTo(Math.rint(shown / STEP), within(1e-6));
            }
            assertThat(band.q1()).isLessThanOrEqualTo(band.median());
            assertThat(band.median()).isLessThanOrEqualTo(band.q3());
        });
    }

    @Property(tries = TRIES)
    void inWhichOrderThePeersComeTellsNothing(@ForAll("peers") List<Double> peers) {
        List<Double> shuffled = new ArrayList<>(peers);
        Collections.shuffle(shuffled, new Random(peers.size()));

        assertThat(Band.of(shuffled, 0.3, Better.LOWER, STEP)).isEqualTo(Band.of(peers, 0.3, Better.LOWER, STEP));
    }

    @Property(tries = TRIES)
    void theBestQuarterOneWayIsTheWorstTheOther(@ForAll("peers") List<Double> peers) {
        // Above all peers, and so never level with a quartile.
        Band.of(peers, 2, Better.HIGHER, STEP)
                .map(Band::quarter)
                .ifPresent(quarter -> assertThat(quarter).isEqualTo(4));
        Band.of(peers, 2, Better.LOWER, STEP)
                .map(Band::quarter)
                .ifPresent(quarter -> assertThat(quarter).isEqualTo(1));
    }

    @Property(tries = TRIES)
    void onesOwnValueMovesNothingButTheQuarter(
            @ForAll("peers") List<Double> peers, @ForAll @DoubleRange(max = 1) double own) {
        Optional<Band> mine = Band.of(peers, own, Better.HIGHER, STEP);
        Optional<Band> other = Band.of(peers, 0.5, Better.HIGHER, STEP);

        assertThat(mine.map(band -> List.of(band.q1(), band.median(), band.q3())))
                .isEqualTo(other.map(band -> List.of(band.q1(), band.median(), band.q3())));
    }

    @Property(tries = TRIES)
    void levelsAreShownAtTwentyOnlyAndNeverAsCounts(@ForAll("peers") List<Double> draws) {
        List<Integer> levels =
                draws.stream().map(draw -> 1 + (int) Math.floor(draw * 4.999)).toList();

        Optional<LevelShares> shares = LevelShares.of(levels, List.of(1, 2, 3, 4, 5));

        assertThat(shares.isPresent()).isEqualTo(levels.size() >= 20);
        shares.ifPresent(found -> {
            assertThat(found.bands().keySet()).containsExactly(1, 2, 3, 4, 5);
            found.bands().forEach((level, band) -> {
                double share = levels.stream().filter(level::equals).count() / (double) levels.size();
                LevelShares.ShareBand right = share <= 0.1
                        ? LevelShares.ShareBand.UP_TO_TENTH
                        : share <= 1 / 3.0 ? LevelShares.ShareBand.TENTH_TO_THIRD : LevelShares.ShareBand.OVER_THIRD;
                assertThat(band).isEqualTo(right);
            });
        });
    }

    @Property(tries = TRIES)
    void twoCohortsBothShownDifferByAtLeastFive(
            @ForAll("members") Set<String> one, @ForAll("members") Set<String> other) {
        Set<String> apart = new HashSet<>(one);
        apart.removeAll(other);
        Set<String> back = new HashSet<>(other);
        back.removeAll(one);

        assertThat(Membership.mayBothBeShown(one, other)).isEqualTo(apart.size() + back.size() >= 5);
        assertThat(Membership.mayBothBeShown(one, other)).isEqualTo(Membership.mayBothBeShown(other, one));
    }

    @Property(tries = TRIES)
    void whatIsFrozenIsLargeEnoughAndFarEnoughFromAllThatIsShown(
            @ForAll("members") Set<String> now,
            @ForAll("members") Set<String> first,
            @ForAll("members") Set<String> second) {
        boolean may = Membership.mayBeFrozen(now, List.of(first, second));

        assertThat(may)
                .isEqualTo(now.size() >= 6
                        && Membership.mayBothBeShown(now, first)
                        && Membership.mayBothBeShown(now, second));
        assertThat(Membership.mayBeFrozen(now, List.of(now))).isFalse();
    }
}
