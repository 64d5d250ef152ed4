// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.malbild.improvement.recommendation.Advice;
import se.malbild.improvement.recommendation.Lift;
import se.malbild.improvement.recommendation.Ranked;
import se.malbild.improvement.recommendation.Ranking;
import se.malbild.improvement.recommendation.Standing;

/** What the order of recommendations does where decisions, targets or prerequisites are missing (SCORING §5). */
class RankingTest {
    private static final Advice EASY = advice("A", 1, "X1", 1, 2);

    @Test
    void withoutAnAcceptedTargetNothingIsListed() {
        Ranking ranking = Ranking.of(List.of(EASY), Map.of("X1", new Standing(1, null, 3, false, null)), Set.of());

        assertThat(ranking.get("A").state()).isEqualTo(Ranked.State.READY);
        assertThat(ranking.listed()).isEmpty();
    }

    @Test
    void anUndecidedCriterionLocksWhatBeginsThere() {
        Ranked ranked = Ranking.of(List.of(EASY), Map.of(), Set.of()).get("A");

        assertThat(ranked.state()).isEqualTo(Ranked.State.LOCKED);
        assertThat(ranked.value()).isZero();
        assertThat(ranked.tooLow()).hasSize(1);
    }

    @Test
    void aLevelBelowWhereTheAdviceBeginsLocksItAndIsNamed() {
        Ranked ranked = Ranking.of(
                        List.of(advice("B", 1, "X1", 3, 5)), Map.of("X1", new Standing(2, 5, 1, false, null)), Set.of())
                .get("B");

        assertThat(ranked.state()).isEqualTo(Ranked.State.LOCKED);
        assertThat(ranked.tooLow().getFirst().lift().from()).isEqualTo(3);
    }

    @Test
    void onlyAUseCriterionThatLagsItsIntakeCountsHalfAsMuchAgain() {
        Map<String, Standing> lagging = Map.of("X1", new Standing(1, 2, 1, true, 1));
        Map<String, Standing> level = Map.of("X1", new Standing(1, 2, 1, true, 0));
        Map<String, Standing> intake = Map.of("X1", new Standing(1, 2, 1, false, 1));

        assertThat(Ranking.of(List.of(EASY), lagging, Set.of()).get("A").value())
                .isEqualTo(1.5);
        assertThat(Ranking.of(List.of(EASY), level, Set.of()).get("A").value()).isEqualTo(1);
        assertThat(Ranking.of(List.of(EASY), intake, Set.of()).get("A").value()).isEqualTo(1);
    }

    @Test
    void tiesGoByValueThenLowerEffortThenCode() {
        Map<String, Standing> standings = Map.of("X1", new Standing(1, 5, 1, false, null));
        Advice heavy = advice("C", 4, "X1", 1, 3);
        Advice light = advice("D", 1, "X1", 1, 2);
        Advice same = advice("B", 1, "X1", 1, 2);

        Ranking ranking = Ranking.of(List.of(light, same, heavy), standings, Set.of());

        assertThat(ranking.all().values()).extracting(Ranked::priority).containsOnly(1.0);
        assertThat(ranking.listed()).extracting(each -> each.advice().code()).containsExactly("C", "B", "D");
    }

    @Test
    void whatIsDoneIsReachedAndOpensForOthers() {
        Advice after = new Advice("Z", 1, List.of(new Lift("X1", 1, 3)), List.of("A", "B"));
        Advice other = advice("B", 1, "X2", 1, 2);
        Map<String, Standing> standings =
                Map.of("X1", new Standing(1, 3, 1, false, null), "X2", new Standing(1, 2, 1, false, null));

        Ranking before = Ranking.of(List.of(EASY, other, after), standings, Set.of());
        Ranking half = Ranking.of(List.of(EASY, other, after), standings, Set.of("A"));

        assertThat(before.get("B").unlock()).isEqualTo(0.5);
        assertThat(half.get("A").met()).isEqualTo(Ranked.Met.DONE);
        assertThat(half.get("B").unlock()).isEqualTo(1);
        assertThat(half.get("Z").unmet()).containsExactly("B");
        assertThat(Ranking.of(List.of(EASY, other, after), standings, Set.of("A", "B"))
                        .get("Z")
                        .state())
                .isEqualTo(Ranked.State.READY);
    }

    @Test
    void aQuickWinIsReadySmallAndLiftsByItself() {
        Map<String, Standing> standings = Map.of("X1", new Standing(1, 2, 1, false, null));

        assertThat(Ranking.of(List.of(advice("A", 2, "X1", 1, 2)), standings, Set.of())
                        .get("A")
                        .quickWin())
                .isTrue();
        assertThat(Ranking.of(List.of(advice("A", 3, "X1", 1, 2)), standings, Set.of())
                        .get("A")
                        .quickWin())
                .isFalse();
        assertThat(Ranking.of(List.of(advice("A", 1, "X1", 2, 3)), standings, Set.of())
                        .get("A")
                        .quickWin())
                .isFalse();
    }

    private static Advice advice(String code, int effort, String criterion, int from, int to) {
        return new Advice(code, effort, List.of(new Lift(criterion, from, to)), List.of());
    }
}
