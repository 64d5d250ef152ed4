// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.malbild.improvement.effect.kernel.Obstacle.Why;
import se.malbild.improvement.effect.kernel.Verdict.Direction;
import se.malbild.improvement.effect.kernel.Verdict.Kind;
import se.malbild.improvement.effect.kernel.Verdict.Season;

/** Which method is chosen, what it says, and what it keeps from saying. */
class EvaluationTest {
    private static final YearMonth START = YearMonth.of(2026, 1);
    private static final double[] CALM = {10, 12, 11, 13, 12, 11, 10, 12, 13, 11, 12, 11};
    private static final double[] SEVEN = {10, 12, 11, 13, 12, 11, 10};

    @Test
    void sevenMonthsBeforeAreTooFewWhateverHappensAfter() {
        Verdict verdict = falling(SEVEN, 1, 1, 1, 1, 1).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.TOO_EARLY);
        assertThat(verdict.rung()).isZero();
        assertThat(verdict.why()).contains(new Obstacle(1, Why.BASELINE_PERIODS, 7, 8));
    }

    @Test
    void threeMonthsAfterAreTooFewHoweverClearTheyAre() {
        Verdict verdict = falling(CALM, 1, 1, 1).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.TOO_EARLY);
        assertThat(verdict.why()).contains(new Obstacle(1, Why.PERIODS_AFTER, 3, 4));
    }

    @Test
    void aMonthOutsideTheLimitIsAClearChangeAndItsDirectionIsTold() {
        assertThat(falling(CALM, 9, 7, 8, 7).verdict().kind()).isEqualTo(Kind.CLEAR_CHANGE);
        assertThat(falling(CALM, 9, 7, 8, 7).verdict().direction()).isEqualTo(Direction.AS_EXPECTED);
        assertThat(falling(CALM, 14, 16, 15, 16).verdict().direction()).isEqualTo(Direction.OPPOSITE);
    }

    @Test
    void whatStaysWithinTheLimitsIsToldAsPlainlyAsWhatDoesNot() {
        Verdict verdict = falling(CALM, 11, 10.5, 12, 11).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.WITHIN_VARIATION);
        assertThat(verdict.direction()).isEqualTo(Direction.NONE);
        assertThat(verdict.signals()).isEmpty();
        assertThat(verdict.rung()).isEqualTo(1);
    }

    @Test
    void anUnstableStartGivesNoClaim() {
        double[] wild = {10, 10.1, 10, 10.1, 10, 10.1, 30, 30.1, 30, 30.1, 30, 30.1};

        Verdict verdict = falling(wild, 1, 1, 1, 1, 1).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.UNSTABLE_START);
        assertThat(verdict.direction()).isEqualTo(Direction.NONE);
    }

    @Test
    void signalsOnBothSidesAreNoChangeInAnyDirection() {
        assertThat(falling(CALM, 2, 20, 2, 20, 2).verdict().kind()).isEqualTo(Kind.MIXED);
    }

    @Test
    void eightToElevenMonthsBeforeArePreliminary() {
        assertThat(falling(Arrays.copyOf(CALM, 11), 7, 7, 7, 7).verdict().preliminary())
                .isTrue();
        assertThat(falling(CALM, 7, 7, 7, 7).verdict().preliminary()).isFalse();
    }

    @Test
    void aFallThatTheSameMonthsOfLastYearHadTooMayBeTheSeason() {
        double[] lowEarlyInTheYear = {5.8, 5.9, 5.8, 5.9, 8.9, 12, 8.9, 12, 8.9, 12, 8.9, 12};

        Verdict verdict = falling(lowEarlyInTheYear, 5.85, 5.88, 5.95, 5.86).verdict();

        assertThat(verdict.signals()).isNotEmpty();
        assertThat(verdict.kind()).isEqualTo(Kind.SEASON_POSSIBLE);
        assertThat(verdict.season()).isEqualTo(Season.SAME_MONTHS_DIFFER);
        assertThat(falling(CALM, 7, 7, 8, 7).verdict().season()).isEqualTo(Season.SAME_MONTHS_AGREE);
    }

    @Test
    void comparableUnitsRaiseTheClaimWhenTheyWentTheSameWayBefore() {
        double[] others = {9, 11, 10, 12, 11, 10.2, 9, 11.1, 12, 10, 11, 10};

        Verdict verdict =
                compared(others, new double[] {9, 10, 11, 10}, 6, 7, 6.5, 7).verdict();

        assertThat(verdict.rung()).isEqualTo(2);
        assertThat(verdict.kind()).isEqualTo(Kind.CONSISTENT);
        assertThat(verdict.direction()).isEqualTo(Direction.AS_EXPECTED);
        assertThat(verdict.season()).isEqualTo(Season.COMPARED);
        assertThat(verdict.why()).extracting(Obstacle::rung).containsOnly(3);
    }

    @Test
    void aFallThatMetTheOthersTooIsNoEffect() {
        double[] others = {9, 11, 10, 12, 11, 10.2, 9, 11.1, 12, 10, 11, 10};

        Verdict verdict =
                compared(others, new double[] {5, 6.1, 5.5, 6}, 6, 7, 6.5, 7).verdict();

        assertThat(verdict.rung()).isEqualTo(2);
        assertThat(verdict.kind()).isEqualTo(Kind.WITHIN_VARIATION);
    }

    @Test
    void unitsThatWentAnotherWayBeforeAreNoComparison() {
        double[] rising = new double[12];
        Arrays.setAll(rising, i -> 10 + 2 * i + (i % 2) * 0.3);

        Verdict verdict =
                compared(rising, new double[] {34, 36, 38, 40}, 7, 7, 7, 7).verdict();

        assertThat(verdict.rung()).isEqualTo(1);
        assertThat(verdict.why()).contains(Obstacle.of(2, Why.TRENDS_DIFFER));
    }

    @Test
    void aYearOnEachSideIsJudgedAsAnInterruptedSeriesUnlessSomethingElseHappened() {
        double[] after = {6, 7, 6.5, 7, 6, 6.5, 7, 6, 6.8, 6.2, 7, 6};

        Verdict verdict = falling(CALM, after).verdict();

        assertThat(verdict.rung()).isEqualTo(3);
        assertThat(verdict.kind()).isEqualTo(Kind.LEVEL_CHANGED);
        assertThat(verdict.direction()).isEqualTo(Direction.AS_EXPECTED);
        Verdict disturbed = new Evaluation(before(CALM), after(after), false, false, null, true).verdict();
        assertThat(disturbed.rung()).isEqualTo(1);
        assertThat(disturbed.why()).contains(Obstacle.of(3, Why.OTHER_EVENT));
    }

    @Test
    void aLevelThatDidNotChangeIsSaidSoAtTheHighestRungToo() {
        Verdict verdict =
                falling(CALM, 11, 12, 10, 12, 11, 13, 12, 11, 10, 12, 11, 12).verdict();

        assertThat(verdict.rung()).isEqualTo(3);
        assertThat(verdict.kind()).isEqualTo(Kind.WITHIN_VARIATION);
    }

    /** Nothing may depend on the unit of measure, and turning the scale turns the direction and nothing else. */
    @Test
    void scalingAndMirroringChangeNoVerdict() {
        Random chance = new Random(20_261_126);
        for (int round = 0; round < 2_000; round++) {
            double[] pre = chance.doubles(4 + chance.nextInt(14), 20, 30).toArray();
            double shift = chance.nextInt(5) * 3;
            double[] post = chance.doubles(chance.nextInt(15), 20, 30)
                    .map(x -> x - shift)
                    .toArray();
            Verdict plain = falling(pre, post).verdict();

            Verdict scaled = falling(times(pre, 7), times(post, 7)).verdict();
            Verdict mirrored =
                    new Evaluation(before(times(pre, -1)), after(times(post, -1)), false, true, null, false).verdict();

            assertThat(scaled.kind()).as("round %d", round).isEqualTo(plain.kind());
            assertThat(scaled.direction()).isEqualTo(plain.direction());
            assertThat(mirrored.kind()).as("round %d", round).isEqualTo(plain.kind());
            assertThat(mirrored.direction()).isEqualTo(plain.direction());
        }
    }

    /** Shuffled noise without any change: a clear change may be claimed now and then, not often. */
    @Test
    void noiseIsSeldomTakenForAnEffect() {
        Random chance = new Random(17);
        long claimed = IntStream.range(0, 2_000)
                .mapToObj(round ->
                        falling(gaussian(chance, 12), gaussian(chance, 6)).verdict())
                .filter(verdict -> verdict.direction() == Direction.AS_EXPECTED)
                .count();

        assertThat(claimed).isLessThan(160);
    }

    private static double[] gaussian(Random chance, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> 50 + 5 * chance.nextGaussian())
                .toArray();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(x -> factor * x).toArray();
    }

    private static Evaluation falling(double[] before, double... after) {
        return new Evaluation(before(before), after(after), false, false, null, false);
    }

    private static Evaluation compared(double[] othersBefore, double[] othersAfter, double... after) {
        List<Point> others = new ArrayList<>(before(othersBefore));
        others.addAll(after(othersAfter));
        return new Evaluation(before(CALM), after(after), false, false, others, false);
    }

    private static List<Point> before(double[] values) {
        return points(START.minusMonths(values.length), values);
    }

    private static List<Point> after(double... values) {
        return points(START, values);
    }

    private static List<Point> points(YearMonth first, double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Point(first.plusMonths(i), values[i]))
                .toList();
    }
}
