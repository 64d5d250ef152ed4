// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventClass;

/**
 * The formulas of the model's indicators. They are the model's own: median, p90, batch and ping-pong are defined otherwise than in
 * friction's figures. All pure.
 */
public final class Formulas {
    private static final double HOUR = 3_600e6;
    private static final double DAY = 24 * HOUR;
    private static final long TEN_MINUTES = 600_000_000L;
    private static final int BATCH_CASES = 5;
    private static final int WEEKS = 13;
    private static final Set<EventClass> RECEIVE = Set.of(EventClass.RECEIVE);
    private static final Set<EventClass> REGISTER = Set.of(EventClass.REGISTER);

    private Formulas() {}

    /**
     * A value and what it is about.
     *
     * @param value absent where it is not defined, e.g. of no cases
     */
    public record Result(@Nullable Double value, long n) {
        static final Result NONE = new Result(null, 0);
    }

    private static Result share(BitSet population, IntPredicate hit) {
        long n = population.cardinality();
        return n == 0
                ? Result.NONE
                : new Result((double) population.stream().filter(hit).count() / n, n);
    }

    private static BitSet where(BitSet population, IntPredicate wanted) {
        BitSet kept = new BitSet();
        population.stream().filter(wanted).forEach(kept::set);
        return kept;
    }

    private static Result medianOf(List<Double> values) {
        return values.isEmpty() ? Result.NONE : new Result(median(values), values.size());
    }

    /** Of times and shares: the mean of the two in the middle where they are even in number. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** I01: came in digitally, of cases whose channel is known. */
    public static Result digitalIntake(IndicatorEvents in) {
        return share(
                where(in.received(), c -> in.channels()[c] != null),
                c -> EventClass.DIGITAL_CHANNELS.contains(in.channels()[c]));
    }

    /** Came in digitally, of closed cases whose channel is known: I01's question over the cases of I04. */
    public static Result digitalIntakeOfClosed(IndicatorEvents in) {
        return share(
                where(in.closed(), c -> in.channels()[c] != null),
                c -> EventClass.DIGITAL_CHANNELS.contains(in.channels()[c]));
    }

    /** I02: came in as readable fields. */
    public static Result structuredIntake(IndicatorEvents in) {
        return share(
                where(in.received(), c -> in.channels()[c] != null),
                c -> Set.of("eservice", "api").contains(in.channels()[c]));
    }

    /** I03: touched by paper. */
    public static Result paper(IndicatorEvents in) {
        return share(in.closed(), c -> in.first(c, EventClass.PAPER) >= 0);
    }

    /** I04: digital from end to end. */
    public static Result digitalThroughout(IndicatorEvents in) {
        return share(
                where(in.closed(), c -> in.channels()[c] != null),
                c -> EventClass.DIGITAL_CHANNELS.contains(in.channels()[c])
                        && in.first(c, EventClass.PAPER) < 0
                        && in.count(c, EventClass.OUTSIDE) == 0
                        && in.count(c, EventClass.DISPATCH_DIGITAL) > 0);
    }

    /** I05: hours to registration; negative ones are faults of the data. */
    public static Result hoursToRegistration(IndicatorEvents in) {
        List<Double> hours = new ArrayList<>();
        in.received().stream().forEach(c -> {
            int from = in.first(c, RECEIVE);
            int to = in.first(c, REGISTER);
            if (from >= 0 && to >= 0 && in.start()[to] >= in.start()[from]) {
                hours.add((in.start()[to] - in.start()[from]) / HOUR);
            }
        });
        return medianOf(hours);
    }

    /** I06: registered by the system. */
    public static Result registeredBySystem(IndicatorEvents in) {
        return share(
                where(in.received(), c -> in.first(c, REGISTER) >= 0),
                c -> in.actorKinds()[in.first(c, REGISTER)] == IndicatorEvents.ActorKind.SYSTEM.ordinal());
    }

    /** I07: days to the first handling step. */
    public static Result daysToHandling(IndicatorEvents in) {
        List<Double> days = new ArrayList<>();
        in.received().stream().forEach(c -> {
            int from = in.first(c, RECEIVE);
            int to = in.first(c, EventClass.HANDLING);
            if (from >= 0 && to >= 0) {
                days.add((in.start()[to] - in.start()[from]) / DAY);
            }
        });
        return medianOf(days);
    }

    /** I08: complete at submission. */
    public static Result complete(IndicatorEvents in) {
        return share(in.closed(), c -> in.count(c, EventClass.REQUEST_INFO) == 0);
    }

    /** I09 and I23: events of a class per 100 closed cases. */
    public static Result perHundred(IndicatorEvents in, EventClass counted) {
        long n = in.closed().cardinality();
        return n == 0
                ? Result.NONE
                : new Result(
                        100.0
                                * in.closed().stream()
                                        .mapToLong(c -> in.count(c, counted))
                                        .sum()
                                / n,
                        n);
    }

    /** I10: waiting as a share of lead time, of cases with work by staff. */
    public static Result waitingShare(IndicatorEvents in) {
        List<Double> shares = new ArrayList<>();
        in.closed().stream().forEach(c -> {
            long[] lead = lead(in, c);
            boolean staff =
                    IntStream.range(in.caseOffset()[c], in.caseOffset()[c + 1]).anyMatch(in::staffWork);
            if (lead != null && lead[1] > lead[0] && staff) {
                shares.add((double) (lead[1] - lead[0] - worked(in, c, lead[0], lead[1])) / (lead[1] - lead[0]));
            }
        });
        return medianOf(shares);
    }

    /** From receipt to the first dispatch, or to closing where nothing was dispatched; null where one is missing. */
    private static long @Nullable [] lead(IndicatorEvents in, int c) {
        int from = in.first(c, RECEIVE);
        int to = in.first(c, EventClass.DISPATCH);
        to = to < 0 ? in.first(c, Set.of(EventClass.CLOSE)) : to;
        return from < 0 || to < 0 ? null : new long[] {in.start()[from], in.start()[to]};
    }

    /** Length of the union of work intervals within the lead time. */
    private static long worked(IndicatorEvents in, int c, long from, long to) {
        long total = 0;
        long reached = from;
        for (int e = in.caseOffset()[c]; e < in.caseOffset()[c + 1]; e++) {
            if (in.classes()[e] != EventClass.NONE
                    && EventClass.at(in.classes()[e]).work()) {
                long start = Math.max(in.start()[e], reached);
                long end = Math.min(in.end()[e], to);
                if (end > start) {
                    total += end - start;
                    reached = end;
                }
            }
        }
        return total;
    }

    /** I11: at least three handovers. */
    public static Result manyHandovers(IndicatorEvents in) {
        return share(in.closed(), c -> in.count(c, EventClass.HANDOVER) >= 3);
    }

    /** I12: a unit gets back what it gave to another. */
    public static Result pingPong(IndicatorEvents in) {
        return share(in.closed(), c -> {
            List<Integer> units = new ArrayList<>();
            int allocated = in.first(c, Set.of(EventClass.ALLOCATE));
            if (allocated >= 0) {
                units.add(in.units()[allocated]);
            }
            for (int e = in.caseOffset()[c]; e < in.caseOffset()[c + 1]; e++) {
                if (in.classes()[e] == EventClass.HANDOVER.number()
                        && (units.isEmpty() || units.getLast() != in.units()[e])) {
                    units.add(in.units()[e]);
                }
            }
            return IntStream.range(0, units.size() - 2)
                    .anyMatch(i -> units.get(i).equals(units.get(i + 2)));
        });
    }

    /** I13: a review, draft or registration done again. */
    public static Result rework(IndicatorEvents in) {
        return share(
                in.closed(),
                c -> List.of(EventClass.REVIEW, EventClass.DRAFT, EventClass.REGISTER).stream()
                        .anyMatch(each -> in.count(c, each) >= 2));
    }

    /** I14: no step by a person. */
    public static Result straightThrough(IndicatorEvents in) {
        return share(
                in.closed(),
                c -> IntStream.range(in.caseOffset()[c], in.caseOffset()[c + 1]).noneMatch(in::staffWork));
    }

    /** I15: steps done in batches. */
    public static Result batchShare(IndicatorEvents in) {
        int[] work =
                IntStream.range(0, in.classes().length).filter(in::staffWork).toArray();
        int[] cases = new int[in.classes().length];
        for (int c = 0; c + 1 < in.caseOffset().length; c++) {
            Arrays.fill(cases, in.caseOffset()[c], in.caseOffset()[c + 1], c);
        }
        return batchShare(
                Arrays.stream(work).map(e -> in.actors()[e]).toArray(),
                Arrays.stream(work).map(e -> in.classes()[e]).toArray(),
                Arrays.stream(work).map(e -> cases[e]).toArray(),
                Arrays.stream(work).mapToLong(e -> in.end()[e]).toArray());
    }

    /**
     * Share of events that belong to a maximal run of the same actor and class with gaps of at most ten minutes and at least five cases.
     *
     * @param actors −1 for unknown: in no batch, but counted
     * @param ends microseconds
     */
    static Result batchShare(int[] actors, int[] classes, int[] cases, long[] ends) {
        if (actors.length == 0) {
            return Result.NONE;
        }
        List<Integer> order = IntStream.range(0, actors.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> actors[i])
                        .thenComparingInt(i -> classes[i])
                        .thenComparingLong(i -> ends[i]))
                .toList();
        long inBatches = 0;
        int from = 0;
        for (int at = 1; at <= order.size(); at++) {
            int before = order.get(at - 1);
            boolean goesOn = at < order.size()
                    && actors[order.get(at)] == actors[before]
                    && classes[order.get(at)] == classes[before]
                    && ends[order.get(at)] - ends[before] <= TEN_MINUTES;
            if (!goesOn) {
                List<Integer> run = order.subList(from, at);
                long different = run.stream().map(i -> cases[i]).distinct().count();
                inBatches += actors[before] >= 0 && different >= BATCH_CASES ? run.size() : 0;
                from = at;
            }
        }
        return new Result((double) inBatches / actors.length, actors.length);
    }

    /** I17: spread of lead time, of closed cases. */
    public static Result leadSpread(IndicatorEvents in) {
        List<Double> days = new ArrayList<>();
        in.closed().stream().forEach(c -> {
            long[] lead = lead(in, c);
            if (lead != null && lead[1] >= lead[0]) {
                days.add((lead[1] - lead[0]) / DAY);
            }
        });
        return leadSpread(days);
    }

    /** p90, the order statistic at rank ⌈0.9 n⌉, divided by the median. */
    static Result leadSpread(List<Double> leads) {
        if (leads.isEmpty() || median(leads) == 0) {
            return new Result(null, leads.size());
        }
        List<Double> sorted = leads.stream().sorted().toList();
        int rank = (9 * sorted.size() + 9) / 10;
        return new Result(sorted.get(rank - 1) / median(leads), leads.size());
    }

    /** I18: share of cases on the five most common paths of classes, immediate repeats merged. */
    public static Result pathShare(IndicatorEvents in) {
        List<List<Integer>> paths = new ArrayList<>();
        in.closed().stream()
                .forEach(c -> paths.add(IntStream.range(in.caseOffset()[c], in.caseOffset()[c + 1])
                        .filter(e -> in.classes()[e] != EventClass.NONE
                                && EventClass.at(in.classes()[e]).fromModel())
                        .mapToObj(e -> (int) in.classes()[e])
                        .toList()));
        return pathShare(paths);
    }

    static Result pathShare(List<? extends List<?>> paths) {
        if (paths.isEmpty()) {
            return Result.NONE;
        }
        Map<List<Object>, Integer> counts = new HashMap<>();
        for (List<?> path : paths) {
            List<Object> merged = new ArrayList<>();
            path.stream()
                    .filter(step -> merged.isEmpty() || !merged.getLast().equals(step))
                    .forEach(merged::add);
            counts.merge(merged, 1, Integer::sum);
        }
        long top = counts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(5)
                .mapToLong(Integer::longValue)
                .sum();
        return new Result((double) top / paths.size(), paths.size());
    }

    /** I19: entered twice. */
    public static Result reentry(IndicatorEvents in) {
        return share(in.closed(), c -> in.count(c, EventClass.REENTRY) >= 1);
    }

    /** I20: fields that were fetched and not typed, of received cases. */
    public static Result prefilled(IndicatorEvents in) {
        if (in.fieldsFilled().length == 0) {
            return Result.NONE;
        }
        long filled =
                in.received().stream().mapToLong(c -> in.fieldsFilled()[c]).sum();
        return filled == 0
                ? Result.NONE
                : new Result(
                        (double) in.received().stream()
                                        .mapToLong(c -> in.fieldsPrefilled()[c])
                                        .sum()
                                / filled,
                        filled);
    }

    /**
     * I22: queue in weeks of the most loaded unit divided by that of the least; not defined with fewer than two units, or where a unit has
     * no queue.
     *
     * @param open open cases of each unit
     * @param closed closed in the last 13 weeks; units without any are left out
     */
    public static Result queueImbalance(int[] open, int[] closed) {
        double[] weeks = IntStream.range(0, open.length)
                .filter(u -> closed[u] > 0)
                .mapToDouble(u -> open[u] / (closed[u] / (double) WEEKS))
                .toArray();
        double least = Arrays.stream(weeks).min().orElse(0);
        return new Result(
                weeks.length < 2 || least == 0
                        ? null
                        : Arrays.stream(weeks).max().orElseThrow() / least,
                weeks.length);
    }

    /** I24: dispatched digitally, of cases with a dispatch. */
    public static Result dispatchedDigitally(IndicatorEvents in) {
        return share(
                where(in.closed(), c -> in.first(c, EventClass.DISPATCH) >= 0),
                c -> in.classes()[in.first(c, EventClass.DISPATCH)] == EventClass.DISPATCH_DIGITAL.number());
    }

    /**
     * I25: Kaplan–Meier median, the smallest time at which at most half are left; exact, in fractions. A closing goes before a censoring at
     * the same time.
     *
     * @param days age or time to action
     * @param closed whether action was taken
     */
    public static Result kaplanMeierMedian(double[] days, boolean[] closed) {
        BigInteger left = BigInteger.ONE;
        BigInteger of = BigInteger.ONE;
        for (double time : Arrays.stream(days).distinct().sorted().toArray()) {
            long atRisk = Arrays.stream(days).filter(each -> each >= time).count();
            long ended = IntStream.range(0, days.length)
                    .filter(i -> days[i] == time && closed[i])
                    .count();
            left = left.multiply(BigInteger.valueOf(atRisk - ended));
            of = of.multiply(BigInteger.valueOf(atRisk));
            if (left.shiftLeft(1).compareTo(of) <= 0) {
                return new Result(time, days.length);
            }
        }
        return new Result(null, days.length);
    }
}
