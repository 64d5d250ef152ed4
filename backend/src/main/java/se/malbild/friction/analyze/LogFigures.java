// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.analyze;

import java.time.ZoneId;
import java.util.Arrays;
import se.malbild.friction.kernel.ActivityFigures;
import se.malbild.friction.kernel.Batches;
import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.kernel.DirectlyFollows;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Durations;
import se.malbild.friction.kernel.Handovers;
import se.malbild.friction.kernel.LocalClock;
import se.malbild.friction.kernel.Months;
import se.malbild.friction.kernel.PingPong;
import se.malbild.friction.kernel.Variants;
import se.malbild.friction.log.EventLog;

/**
 * Every figure of a whole log: all cases, all events, everyone counted.
 *
 * @param eventsPerCase as a distribution of counts
 */
public record LogFigures(
        EventLog log,
        CaseSet cases,
        ZoneId zone,
        Distribution eventsPerCase,
        Variants variants,
        Distribution elapsed,
        Distribution working,
        DirectlyFollows directlyFollows,
        ActivityFigures activities,
        Handovers handovers,
        Handovers groupHandovers,
        PingPong activityPingPong,
        PingPong resourcePingPong,
        Batches batches,
        LocalClock clock,
        Months months) {

    /** Computes them all. */
    public static LogFigures of(EventLog log, ZoneId zone) {
        CaseSet all = CaseSet.all(log.cases());
        long[] counts = new long[log.cases()];
        Arrays.setAll(counts, c -> log.caseOffset()[c + 1] - log.caseOffset()[c]);
        return new LogFigures(
                log,
                all,
                zone,
                Distribution.of(counts),
                Variants.of(log, all),
                Durations.elapsed(log, all),
                Durations.working(log, all, zone),
                DirectlyFollows.of(log, all),
                ActivityFigures.of(log, all),
                Handovers.of(log, all, log.resource()),
                Handovers.of(log, all, log.group()),
                PingPong.of(log, all, log.activity()),
                PingPong.of(log, all, log.resource()),
                Batches.of(log, all),
                LocalClock.of(log, all, zone),
                Months.utc(log, all));
    }
}
