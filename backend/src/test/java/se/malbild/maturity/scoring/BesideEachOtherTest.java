// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.malbild.maturity.scoring.Suppression.Answered;

/** A group's answers at several times stand side by side only where the numbers differ by five or more (SCORING §4). */
class BesideEachOtherTest {
    private static List<Boolean> shown(int... newestFirst) {
        return Suppression.besideEachOther(
                IntStream.of(newestFirst).mapToObj(n -> new Answered(n, n)).toList());
    }

    @Test
    void fiveBetweenThemIsEnoughAndFourIsNot() {
        assertThat(shown(20, 15)).containsExactly(true, true);
        assertThat(shown(20, 16)).containsExactly(true, false);
        assertThat(shown(15, 20)).containsExactly(true, true);
        assertThat(shown(20, 20)).containsExactly(true, false);
    }

    @Test
    void fewerThanFiveAreNeverShownAndHideNobodyElse() {
        assertThat(shown(4, 9)).containsExactly(false, true);
        assertThat(shown(0, 5, 10)).containsExactly(false, true, true);
    }

    @Test
    void eachIsHeldAgainstAllThatAreShownNotOnlyItsNeighbour() {
        assertThat(shown(20, 30, 22)).containsExactly(true, true, false);
        assertThat(shown(20, 22, 25)).containsExactly(true, false, true);
    }

    @Test
    void bothThoseWhoAnsweredAndThoseWhoGaveALevelMustDiffer() {
        assertThat(Suppression.besideEachOther(List.of(new Answered(30, 20), new Answered(20, 18))))
                .containsExactly(true, false);
        assertThat(Suppression.besideEachOther(List.of(new Answered(30, 20), new Answered(28, 10))))
                .containsExactly(true, false);
        assertThat(Suppression.besideEachOther(List.of(new Answered(30, 4)))).containsExactly(false);
    }

    @Provide
    Arbitrary<List<Answered>> times() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 10))
                .as((n, unknowing) -> new Answered(n, Math.max(0, n - unknowing)))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 10_000)
    void noTwoThatAreShownDifferByFewerThanFive(@ForAll("times") List<Answered> times) {
        List<Boolean> shown = Suppression.besideEachOther(times);
        List<Answered> kept = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            if (shown.get(i)) {
                kept.add(times.get(i));
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).n()).isGreaterThanOrEqualTo(5);
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(kept.get(i).n() - kept.get(j).n())).isGreaterThanOrEqualTo(5);
                assertThat(Math.abs(kept.get(i).respondents() - kept.get(j).respondents()))
                        .isGreaterThanOrEqualTo(5);
            }
        }
    }
}
