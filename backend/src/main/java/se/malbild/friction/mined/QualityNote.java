// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.LogColumns;
import se.malbild.friction.log.LogQuality;
import se.malbild.friction.log.TimestampParser;

/**
 * What reading a log showed, and what its times and resources show after that (kvalitetsnotering).
 *
 * @param eventsInFuture events later than the import
 * @param eventsAtEpoch events on 1970-01-01 or before 1900
 * @param systemResources resources that are systems
 * @param transitions how many events have each transition
 */
public record QualityNote(
        LogQuality reading,
        int eventsInFuture,
        int eventsAtEpoch,
        int systemResources,
        int systemEvents,
        List<Transition> transitions) {
    private static final long DAY = 86_400_000_000L;
    private static final long YEAR_1900 = TimestampParser.micros(Instant.parse("1900-01-01T00:00:00Z"));

    /**
     * One transition of the life cycle.
     *
     * @param transition absent for events without one
     */
    public record Transition(@Nullable String transition, long events) {}

    static QualityNote of(LogColumns.Nameless nameless, Instant now) {
        EventLog log = nameless.log();
        long latest = TimestampParser.micros(now);
        int future = 0;
        int epoch = 0;
        int bySystem = 0;
        BitSet systems = new BitSet();
        long[] counts = new long[log.lifecycles().length + 1];
        for (int e = 0; e < log.events(); e++) {
            long at = log.instantMicros()[e];
            future += at > latest ? 1 : 0;
            epoch += at >= 0 && at < DAY || at < YEAR_1900 ? 1 : 0;
            if (log.resource()[e] >= 0 && nameless.systemResource()[log.resource()[e]]) {
                bySystem++;
                systems.set(log.resource()[e]);
            }
            counts[log.lifecycle()[e] + 1]++;
        }
        List<Transition> transitions = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                transitions.add(new Transition(i == 0 ? null : log.lifecycles()[i - 1], counts[i]));
            }
        }
        return new QualityNote(
                log.quality(),
                future,
                epoch,
                systems.cardinality(),
                bySystem,
                transitions.stream().limit(200).toList());
    }
}
