// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.friction.kernel.ActivityFigures;
import se.malbild.friction.kernel.Batches;
import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Durations;
import se.malbild.friction.kernel.Gaps;
import se.malbild.friction.kernel.Handovers;
import se.malbild.friction.kernel.OfficeHours;
import se.malbild.friction.kernel.PingPong;
import se.malbild.friction.kernel.Variants;
import se.malbild.friction.kernel.WorkingHours;
import se.malbild.friction.log.EventLog;

/**
 * The key figures of a selection; formulas in {@code docs/friction.md}. People are counted, never named.
 *
 * @param working the part of the time in working hours of the Swedish calendar
 * @param loopMicros time since the previous occurrence of the same activity, summed
 * @param unitPairs from unit to unit
 * @param unitMicros time within unit ping-pong
 */
public record KeyFigures(
        Selected selected,
        Distribution elapsed,
        Distribution working,
        List<Bin> histogram,
        Distribution eventsPerCase,
        WaitingSplit waiting,
        ActivityFigures activities,
        long loopMicros,
        Handovers handovers,
        UnitPairs unitPairs,
        PingPong activityPingPong,
        PingPong ownerPingPong,
        PingPong unitPingPong,
        long unitMicros,
        Batches batches,
        OfficeHours hours,
        Variants variants,
        List<Measure> measures) {

    /** What working time is counted by, as the answer says it. */
    public static final String CALENDAR = "Mon-Fri 08:00-17:00 Europe/Stockholm, Swedish holidays off";

    private static final long HOUR = 3_600_000_000L;
    private static final long[] STEPS = {
        HOUR,
        6 * HOUR,
        12 * HOUR,
        24 * HOUR,
        48 * HOUR,
        7 * 24 * HOUR,
        14 * 24 * HOUR,
        30 * 24 * HOUR,
        60 * 24 * HOUR,
        90 * 24 * HOUR,
        180 * 24 * HOUR,
        365 * 24 * HOUR,
        3650 * 24 * HOUR
    };
    private static final int MOST_BINS = 30;

    /** A bar of the histogram: cases with {@code fromMicros} ≤ time &lt; {@code toMicros}. */
    public record Bin(long fromMicros, long toMicros, int cases) {}

    /** Computes them all. */
    public static KeyFigures of(Selected s) {
        EventLog log = s.log();
        CaseSet kept = s.kept();
        int[] owners = s.owners();
        long[] counts = new long[kept.size()];
        Arrays.setAll(counts, i -> log.caseOffset()[kept.indexes()[i] + 1] - log.caseOffset()[kept.indexes()[i]]);
        Distribution elapsed = Durations.elapsed(log, kept);
        return new KeyFigures(
                s,
                elapsed,
                Durations.working(log, kept, WorkingHours.on(Keeping.ZONE, SwedishCalendar::isWorkday)),
                histogram(elapsed),
                Distribution.of(counts),
                WaitingSplit.of(s),
                ActivityFigures.of(log, kept),
                loops(log, kept),
                Handovers.of(log, kept, owners),
                UnitPairs.of(s),
                PingPong.of(log, kept, log.activity()),
                PingPong.of(log, kept, owners),
                PingPong.of(log, kept, log.group()),
                sum(Gaps.perCase(log, kept, Gaps.pingPong(log, kept, log.group()))),
                Batches.of(log, kept, owners),
                OfficeHours.of(log, kept, Keeping.ZONE, SwedishCalendar::isHoliday, s.leftOut()),
                Variants.of(log, kept),
                Measures.of(s));
    }

    private static List<Bin> histogram(Distribution elapsed) {
        List<Bin> bins = new ArrayList<>();
        if (elapsed.n() == 0) {
            return bins;
        }
        double most = elapsed.quantile(0.95);
        long step = Arrays.stream(STEPS)
                .filter(each -> most / each <= MOST_BINS - 1)
                .findFirst()
                .orElse(STEPS[STEPS.length - 1]);
        long[] sorted = elapsed.sortedMicros();
        int at = 0;
        for (long from = 0; at < sorted.length; from += step) {
            boolean last = bins.size() == MOST_BINS - 1 || from + step > elapsed.max();
            long to = last ? Math.max(from + step, (elapsed.max() / 1_000_000 + 1) * 1_000_000) : from + step;
            int before = at;
            while (at < sorted.length && sorted[at] < to) {
                at++;
            }
            bins.add(new Bin(from, to, at - before));
        }
        return bins;
    }

    private static long loops(EventLog log, CaseSet kept) {
        long[] lastAt = new long[log.activities().length];
        int[] stamp = new int[log.activities().length];
        long sum = 0;
        for (int c : kept.indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                int a = log.activity()[e];
                if (stamp[a] == c + 1) {
                    sum += log.instantMicros()[e] - lastAt[a];
                }
                stamp[a] = c + 1;
                lastAt[a] = log.instantMicros()[e];
            }
        }
        return sum;
    }

    private static long sum(long[] micros) {
        return Arrays.stream(micros).sum();
    }

    /** Share of cases on the five most frequent paths. */
    public double topFiveShare() {
        return selected.share(variants.variants().stream()
                .limit(5)
                .mapToLong(Variants.Variant::count)
                .sum());
    }
}
