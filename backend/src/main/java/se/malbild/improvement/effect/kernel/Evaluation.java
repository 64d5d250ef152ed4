// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect.kernel;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.improvement.effect.kernel.Verdict.Direction;
import se.malbild.improvement.effect.kernel.Verdict.Kind;
import se.malbild.improvement.effect.kernel.Verdict.MarkedSignal;
import se.malbild.improvement.effect.kernel.Verdict.Season;

/**
 * Chooses the strongest method that the months allow and says what it may say (SCORING §6, the rungs). Pure.
 *
 * @param before months with enough cases before the start, in order
 * @param after the same after the start
 * @param share whether the values are shares, 0–1
 * @param up whether the indicator should rise
 * @param compared months with enough cases in comparable units; absent where there is no such unit
 * @param otherEvent whether another event is noted within two months of the start
 */
public record Evaluation(
        List<Point> before,
        List<Point> after,
        boolean share,
        boolean up,
        @Nullable List<Point> compared,
        boolean otherEvent) {
    /** Fewest months after for rungs 1 and 2. */
    public static final int AFTER = 4;

    private static final int LONG = 12;
    private static final int SAME_MONTHS = 4;
    private static final int UNSTABLE = 2;

    /** The verdict. */
    public Verdict verdict() {
        List<Obstacle> why = new ArrayList<>();
        Verdict verdict = interrupted(why);
        if (verdict == null) {
            verdict = compared(why);
        }
        return verdict == null ? charted(why) : verdict;
    }

    // --- rung 1 ---

    private Verdict charted(List<Obstacle> why) {
        if (before.size() < XmrChart.FEWEST) {
            why.add(new Obstacle(1, Obstacle.Why.BASELINE_PERIODS, before.size(), XmrChart.FEWEST));
        }
        if (after.size() < AFTER) {
            why.add(new Obstacle(1, Obstacle.Why.PERIODS_AFTER, after.size(), AFTER));
        }
        XmrChart chart = before.size() < XmrChart.FEWEST ? null : XmrChart.of(Point.values(before), share);
        boolean unstable = chart != null && isUnstable(chart, Point.values(before));
        if (unstable) {
            why.add(Obstacle.of(1, Obstacle.Why.UNSTABLE_START));
        }
        if (chart == null || after.size() < AFTER) {
            return said(Kind.TOO_EARLY, Direction.NONE, 0, null, Season.UNKNOWN, List.of(), chart, why);
        }
        double now = mean(after);
        if (unstable) {
            return said(Kind.UNSTABLE_START, Direction.NONE, 1, now, Season.UNKNOWN, List.of(), chart, why);
        }
        List<MarkedSignal> signals = marked(chart, after);
        Season season = season(now > chart.centre());
        if (signals.isEmpty()) {
            return said(Kind.WITHIN_VARIATION, Direction.NONE, 1, now, season, signals, chart, why);
        }
        XmrChart.Side side = now > chart.centre() ? XmrChart.Side.ABOVE : XmrChart.Side.BELOW;
        if (signals.stream().anyMatch(each -> each.side() != side)) {
            return said(Kind.MIXED, Direction.NONE, 1, now, season, signals, chart, why);
        }
        Kind kind = season == Season.SAME_MONTHS_DIFFER ? Kind.SEASON_POSSIBLE : Kind.CLEAR_CHANGE;
        return said(kind, towards(now - chart.centre()), 1, now, season, signals, chart, why);
    }

    private Verdict said(
            Kind kind,
            Direction direction,
            int rung,
            @Nullable Double now,
            Season season,
            List<MarkedSignal> signals,
            @Nullable XmrChart chart,
            List<Obstacle> why) {
        return new Verdict(
                kind,
                direction,
                rung,
                rung == 0 || chart == null ? null : (Double) chart.centre(),
                now,
                rung > 0 && chart != null && chart.preliminary(),
                season,
                before.size(),
                after.size(),
                signals,
                chart,
                null,
                null,
                sorted(why));
    }

    // --- rung 2 ---

    private @Nullable Verdict compared(List<Obstacle> why) {
        if (compared == null) {
            why.add(Obstacle.of(2, Obstacle.Why.NO_COMPARABLE_UNIT));
            return null;
        }
        Map<YearMonth, Double> others = new HashMap<>();
        compared.forEach(each -> others.put(each.month(), each.value()));
        List<Point> pre =
                before.stream().filter(each -> others.containsKey(each.month())).toList();
        List<Point> post =
                after.stream().filter(each -> others.containsKey(each.month())).toList();
        if (pre.size() < XmrChart.FEWEST) {
            why.add(new Obstacle(2, Obstacle.Why.COMPARED_BEFORE, pre.size(), XmrChart.FEWEST));
        }
        if (post.size() < AFTER) {
            why.add(new Obstacle(2, Obstacle.Why.COMPARED_AFTER, post.size(), AFTER));
        }
        if (pre.size() < XmrChart.FEWEST || post.size() < AFTER) {
            return null;
        }
        double[] otherBefore = of(others, pre);
        if (!DifferenceInDifferences.similarBefore(times(pre), Point.values(pre), otherBefore)) {
            why.add(Obstacle.of(2, Obstacle.Why.TRENDS_DIFFER));
            return null;
        }
        List<Point> apartBefore = apart(pre, others);
        XmrChart chart = XmrChart.of(Point.values(apartBefore), false);
        if (isUnstable(chart, Point.values(apartBefore))) {
            why.add(Obstacle.of(2, Obstacle.Why.COMPARISON_UNSTABLE));
            return null;
        }
        DifferenceInDifferences found =
                DifferenceInDifferences.of(Point.values(pre), Point.values(post), otherBefore, of(others, post));
        List<MarkedSignal> signals = marked(chart, apart(post, others));
        Direction direction = signals.isEmpty() ? Direction.NONE : towards(found.difference());
        boolean against =
                signals.stream().anyMatch(each -> (each.side() == XmrChart.Side.ABOVE) != found.difference() > 0);
        Kind kind = signals.isEmpty()
                ? Kind.WITHIN_VARIATION
                : against ? Kind.MIXED : direction == Direction.AS_EXPECTED ? Kind.CONSISTENT : Kind.CLEAR_CHANGE;
        return new Verdict(
                kind,
                against ? Direction.NONE : direction,
                2,
                DifferenceInDifferences.median(Point.values(pre)),
                DifferenceInDifferences.median(Point.values(post)),
                chart.preliminary(),
                Season.COMPARED,
                pre.size(),
                post.size(),
                signals,
                own(),
                found,
                null,
                sorted(why));
    }

    private static List<Point> apart(List<Point> points, Map<YearMonth, Double> others) {
        return points.stream()
                .map(each -> new Point(each.month(), each.value() - others.getOrDefault(each.month(), 0.0)))
                .toList();
    }

    private static double[] of(Map<YearMonth, Double> values, List<Point> points) {
        return points.stream()
                .mapToDouble(each -> values.getOrDefault(each.month(), 0.0))
                .toArray();
    }

    // --- rung 3 ---

    private @Nullable Verdict interrupted(List<Obstacle> why) {
        if (before.size() < LONG) {
            why.add(new Obstacle(3, Obstacle.Why.BASELINE_PERIODS, before.size(), LONG));
        }
        if (after.size() < LONG) {
            why.add(new Obstacle(3, Obstacle.Why.PERIODS_AFTER, after.size(), LONG));
        }
        if (otherEvent) {
            why.add(Obstacle.of(3, Obstacle.Why.OTHER_EVENT));
        }
        if (!why.isEmpty()) {
            return null;
        }
        List<Point> all = new ArrayList<>(before);
        all.addAll(after);
        double[] times = times(all);
        InterruptedSeries found = InterruptedSeries.of(times, times[before.size()], Point.values(all));
        double[] around = new double[before.size()];
        Arrays.setAll(around, i -> before.get(i).value() - found.expected(times[i]));
        if (isUnstable(XmrChart.of(around, false), around)) {
            why.add(Obstacle.of(3, Obstacle.Why.TREND_UNSTABLE));
            return null;
        }
        boolean moved = !found.level().holdsZero();
        boolean turned = !found.slope().holdsZero();
        double size = moved ? found.level().estimate() : found.slope().estimate();
        Season season = season(size > 0);
        Kind kind = moved
                ? season == Season.SAME_MONTHS_DIFFER ? Kind.SEASON_POSSIBLE : Kind.LEVEL_CHANGED
                : turned ? Kind.TREND_CHANGED : Kind.WITHIN_VARIATION;
        return new Verdict(
                kind,
                moved || turned ? towards(size) : Direction.NONE,
                3,
                null,
                null,
                false,
                season,
                before.size(),
                after.size(),
                List.of(),
                own(),
                null,
                found,
                List.of());
    }

    // --- what they share ---

    private @Nullable XmrChart own() {
        return before.size() < XmrChart.FEWEST ? null : XmrChart.of(Point.values(before), share);
    }

    private static boolean isUnstable(XmrChart chart, double[] baseline) {
        return chart.signals(baseline).size() >= UNSTABLE;
    }

    private static List<MarkedSignal> marked(XmrChart chart, List<Point> points) {
        return chart.signals(Point.values(points)).stream()
                .map(each -> new MarkedSignal(points.get(each.index()), each.rule(), each.side()))
                .toList();
    }

    private Direction towards(double change) {
        return change == 0 ? Direction.NONE : change > 0 == up ? Direction.AS_EXPECTED : Direction.OPPOSITE;
    }

    /** Whether the same months of earlier years moved the same way, by the median of their differences. */
    private Season season(boolean rose) {
        double[] differences = after.stream()
                .filter(each -> before.stream().anyMatch(other -> isSameMonth(each, other)))
                .mapToDouble(each -> each.value()
                        - mean(before.stream()
                                .filter(other -> isSameMonth(each, other))
                                .toList()))
                .toArray();
        if (differences.length < SAME_MONTHS) {
            return Season.UNKNOWN;
        }
        double change = DifferenceInDifferences.median(differences);
        return change != 0 && change > 0 == rose ? Season.SAME_MONTHS_AGREE : Season.SAME_MONTHS_DIFFER;
    }

    private static boolean isSameMonth(Point one, Point other) {
        return one.month().getMonth() == other.month().getMonth();
    }

    private static double mean(List<Point> points) {
        return points.stream().mapToDouble(Point::value).average().orElseThrow();
    }

    /** Months since the first one. */
    private double[] times(List<Point> points) {
        return points.stream()
                .mapToDouble(each -> before.getFirst().month().until(each.month(), ChronoUnit.MONTHS))
                .toArray();
    }

    private static List<Obstacle> sorted(List<Obstacle> why) {
        return why.stream().sorted(Comparator.comparingInt(Obstacle::rung)).toList();
    }
}
