// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.ActivityMapping;
import se.malbild.api.model.EventClassList;
import se.malbild.api.model.EventLog;
import se.malbild.api.model.EventLogDetail;
import se.malbild.api.model.EventLogKind;
import se.malbild.api.model.EventLogMapping;
import se.malbild.api.model.EventLogQuality;
import se.malbild.api.model.LogFinding;
import se.malbild.api.model.TransitionCount;
import se.malbild.friction.kernel.CodePoints;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.LogQuality;
import se.malbild.friction.mapping.ClassSuggestion;
import se.malbild.friction.mined.EventLogs;
import se.malbild.friction.mined.MinedLog;
import se.malbild.friction.mined.QualityNote;

/** Event logs, their quality and mapping → the contract's. */
final class EventLogMapper {
    private EventLogMapper() {}

    static EventLog log(EventLogs.Listed log) {
        EventLog mapped = new EventLog(
                log.id(),
                log.own() ? EventLogKind.OWN : EventLogKind.IMPORTED,
                log.title(),
                log.unitId(),
                log.cases(),
                log.events(),
                log.activities(),
                AccessMapper.time(log.createdAt()),
                AccessMapper.time(log.asOf()),
                log.mappingConfirmed(),
                log.endKnown(),
                log.drillDown(),
                log.numbersOnly(),
                log.version());
        mapped.setFirstAt(log.firstAt() == null ? null : AccessMapper.time(log.firstAt()));
        mapped.setLastAt(log.lastAt() == null ? null : AccessMapper.time(log.lastAt()));
        return mapped;
    }

    static EventLogDetail detail(EventLogs.Detail detail) {
        EventLogDetail mapped = new EventLogDetail(log(detail.log()), quality(detail.quality()));
        mapped.setSourceName(detail.sourceName());
        mapped.setSourceBytes(detail.sourceBytes());
        return mapped;
    }

    private static EventLogQuality quality(QualityNote note) {
        LogQuality q = note.reading();
        List<TransitionCount> transitions = note.transitions().stream()
                .map(each -> {
                    TransitionCount count = new TransitionCount(each.events());
                    count.setTransition(shortened(each.transition()));
                    return count;
                })
                .toList();
        List<LogFinding> findings = q.findings().stream()
                .map(each -> {
                    LogFinding finding = new LogFinding(each.line(), each.code());
                    finding.setValue(each.value().isEmpty() ? null : each.value());
                    return finding;
                })
                .toList();
        return new EventLogQuality(
                q.traces(),
                q.emptyTraces(),
                q.rejectedEvents(),
                q.timestampsWithoutOffset(),
                q.assumedZone(),
                q.tiedPairs(),
                q.casesOutOfOrder(),
                q.repeatedCaseIds(),
                q.withoutResource(),
                note.eventsInFuture(),
                note.eventsAtEpoch(),
                note.systemResources(),
                note.systemEvents(),
                transitions,
                findings,
                q.findingsTotal());
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }

    static EventClassList classes() {
        return new EventClassList(Arrays.stream(EventClass.values())
                .map(each -> new se.malbild.api.model.EventClass(
                        each.code(), Map.of("sv", each.swedish(), "en", each.english()), each.work(), each.fromModel()))
                .toList());
    }

    static EventLogMapping mapping(EventLogs.Mapping mapping) {
        MinedLog mined = mapping.log();
        String[] names = mined.log().activities();
        long[] events = new long[names.length];
        for (int a : mapping.counted().activity()) {
            events[a]++;
        }
        boolean own = mined.identity().own();
        @Nullable EventClass[] known = mined.classOfActivity();
        List<String> ends = new ArrayList<>();
        List<ActivityMapping> activities = IntStream.range(0, names.length)
                .boxed()
                .filter(a -> events[a] > 0)
                .sorted(Comparator.<Integer>comparingLong(a -> -events[a])
                        .thenComparing((a, b) -> CodePoints.compare(names[a], names[b])))
                .map(a -> {
                    ActivityMapping each = new ActivityMapping(names[a], events[a]);
                    EventClass suggested =
                            own ? null : ClassSuggestion.of(names[a]).orElse(null);
                    each.setEventClass(FrictionMapper.code(known[a]));
                    each.setSuggestedClass(FrictionMapper.code(suggested));
                    boolean ending = mined.confirmed() ? mined.ends()[a] : suggested == EventClass.CLOSE;
                    if (ending) {
                        ends.add(names[a]);
                    }
                    return each;
                })
                .toList();
        EventLogMapping mapped = new EventLogMapping(
                activities, ends, own, mined.confirmed(), mapping.profile().version());
        mapped.setConfirmedAt(
                mapping.profile().confirmedAt() == null
                        ? null
                        : AccessMapper.time(mapping.profile().confirmedAt()));
        return mapped;
    }
}
