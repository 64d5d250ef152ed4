// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.api.model.ActivityCount;
import se.malbild.api.model.ActorView;
import se.malbild.api.model.AttributeValues;
import se.malbild.api.model.CasePattern;
import se.malbild.api.model.EdgeRef;
import se.malbild.api.model.EventLogKind;
import se.malbild.api.model.FilterValues;
import se.malbild.api.model.Friction;
import se.malbild.api.model.FrictionList;
import se.malbild.api.model.LifecycleView;
import se.malbild.api.model.LogUnit;
import se.malbild.api.model.MapActivity;
import se.malbild.api.model.MapEdge;
import se.malbild.api.model.MinedCase;
import se.malbild.api.model.MinedCaseLine;
import se.malbild.api.model.MinedEvent;
import se.malbild.api.model.MonthFigures;
import se.malbild.api.model.MonthSeries;
import se.malbild.api.model.ProcessMap;
import se.malbild.api.model.Selection;
import se.malbild.api.model.UnitCount;
import se.malbild.api.model.ValueCount;
import se.malbild.friction.figure.FilterChoices;
import se.malbild.friction.figure.Frictions;
import se.malbild.friction.figure.NotMeasured;
import se.malbild.friction.figure.Selected;
import se.malbild.friction.figure.Series;
import se.malbild.friction.figure.Way;
import se.malbild.friction.kernel.ActivityFigures;
import se.malbild.friction.kernel.CodePoints;
import se.malbild.friction.kernel.DirectlyFollows;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Paths;
import se.malbild.friction.kernel.Rounding;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.mined.MinedLog;
import se.malbild.friction.mined.Span;
import se.malbild.platform.Text;

/** Maps, frictions, months and cases → the contract's; numbers rounded to six decimals. */
final class FrictionMapper {
    private static final int MOST_EVENTS = 10_000;

    private FrictionMapper() {}

    static BigDecimal number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    static BigDecimal seconds(long micros) {
        return number(Rounding.seconds(micros));
    }

    static BigDecimal seconds(double micros) {
        return number(Rounding.seconds(micros));
    }

    static BigDecimal share(double share) {
        return number(Rounding.six(share));
    }

    static Selection selection(Selected s) {
        MinedLog.Identity log = s.mined().identity();
        Selection mapped = new Selection(
                (long) s.n(),
                (long) s.total(),
                s.span().events(),
                log.id(),
                log.title(),
                log.own() ? EventLogKind.OWN : EventLogKind.IMPORTED,
                AccessMapper.time(log.asOf()),
                s.filter().humanOnly() ? ActorView.HUMAN : ActorView.ALL,
                s.filter().completeOnly() ? LifecycleView.COMPLETE : LifecycleView.ALL);
        Instant first = s.span().firstAt();
        Instant last = s.span().lastAt();
        if (first != null && last != null) {
            mapped.setFirstAt(AccessMapper.time(first));
            mapped.setLastAt(AccessMapper.time(last));
        }
        mapped.setNumbersOnly(s.numbersOnly());
        return mapped;
    }

    static ProcessMap map(Selected s) {
        EventLog log = s.log();
        ActivityFigures.OfActivity[] figures = ActivityFigures.of(log, s.kept()).activities();
        @Nullable EventClass[] classes = s.mined().classOfActivity();
        List<MapActivity> activities = IntStream.range(0, figures.length)
                .filter(a -> figures[a].events() > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(a -> -figures[a].events())
                        .thenComparing((a, b) -> CodePoints.compare(log.activities()[a], log.activities()[b])))
                .map(a -> activity(s, log.activities()[a], figures[a], classes[a]))
                .toList();
        List<MapEdge> edges = DirectlyFollows.of(log, s.kept()).edges().stream()
                .sorted(Comparator.<DirectlyFollows.Edge>comparingInt(edge -> -edge.frequency())
                        .thenComparing(
                                (x, y) -> CodePoints.compare(log.activities()[x.from()], log.activities()[y.from()]))
                        .thenComparing(
                                (x, y) -> CodePoints.compare(log.activities()[x.to()], log.activities()[y.to()])))
                .map(edge -> edge(s, edge))
                .toList();
        return new ProcessMap(selection(s), activities, edges);
    }

    private static MapActivity activity(
            Selected s, String name, ActivityFigures.OfActivity of, @Nullable EventClass known) {
        MapActivity mapped = new MapActivity(
                name,
                of.events(),
                (long) of.cases(),
                share(s.share(of.cases())),
                (long) of.reworkCases(),
                of.repeatEvents(),
                of.selfLoops(),
                (long) of.startCases(),
                (long) of.endCases());
        mapped.setEventClass(code(known));
        return mapped;
    }

    private static MapEdge edge(Selected s, DirectlyFollows.Edge edge) {
        Distribution times = edge.times();
        return new MapEdge(
                s.log().activities()[edge.from()],
                s.log().activities()[edge.to()],
                (long) edge.frequency(),
                (long) edge.cases(),
                share(s.share(edge.cases())),
                seconds(times.median()),
                number(Rounding.meanSeconds(times)),
                seconds(times.quantile(0.9)),
                seconds(times.min()),
                seconds(times.max()),
                seconds(times.sum()));
    }

    static @Nullable String code(@Nullable EventClass known) {
        return known == null ? null : known.code();
    }

    static FrictionList frictions(Selected s, List<Frictions.Friction> found) {
        List<Friction> mapped = new ArrayList<>();
        for (Frictions.Friction each : found) {
            Friction friction = new Friction(
                    mapped.size() + 1,
                    each.kind(),
                    each.kind(),
                    share(each.shareOfLeadTime()),
                    (long) each.perCase().n(),
                    (long) s.n(),
                    seconds(each.total()),
                    seconds(each.perCase().median()),
                    way(each.way()));
            friction.setP90Seconds(seconds(each.perCase().quantile(0.9)));
            friction.setRepeatedCases(each.repeatedCases() == null ? null : (long) each.repeatedCases());
            friction.setLeadTimeWithSeconds(seconds(each.with()));
            friction.setLeadTimeWithoutSeconds(each.without() == null ? null : seconds(each.without()));
            if (each.edge() != null) {
                friction.setEdge(new EdgeRef(
                        s.log().activities()[each.edge().from()],
                        s.log().activities()[each.edge().to()]));
            }
            friction.setEventClass(code(each.eventClass()));
            mapped.add(friction);
        }
        return new FrictionList(selection(s), mapped);
    }

    static se.malbild.api.model.CaseFilter way(Way way) {
        se.malbild.api.model.CaseFilter mapped = new se.malbild.api.model.CaseFilter();
        mapped.setWithoutActivity(way.without().isEmpty() ? null : way.without());
        mapped.setEventClass(
                way.classes().isEmpty()
                        ? null
                        : way.classes().stream().map(EventClass::code).toList());
        mapped.setEdgeFrom(way.edgeFrom());
        mapped.setEdgeTo(way.edgeTo());
        mapped.setPattern(
                way.pattern() == null
                        ? null
                        : CasePattern.fromValue(way.pattern().code()));
        return mapped;
    }

    static se.malbild.api.model.@Nullable NotMeasured notMeasured(@Nullable NotMeasured why) {
        if (why == null) {
            return null;
        }
        se.malbild.api.model.NotMeasured mapped = new se.malbild.api.model.NotMeasured(why.reason());
        mapped.setClasses(
                why.classes().isEmpty()
                        ? null
                        : why.classes().stream().map(EventClass::code).toList());
        return mapped;
    }

    static LogUnit unit(MinedLog log, int unit) {
        MinedLog.UnitName name = log.units().get(unit);
        return new LogUnit(name.key(), name.name().asMap());
    }

    static MonthSeries months(Selected s) {
        return new MonthSeries(
                selection(s),
                "months",
                "UTC",
                Series.of(s).stream()
                        .map(month -> {
                            MonthFigures mapped =
                                    new MonthFigures(month.month().toString(), (long) month.started(), (long)
                                            month.ended().n());
                            mapped.setInProgressAtStart(month.inProgress() == null ? null : (long) month.inProgress());
                            if (month.ended().n() > 0
                                    && !(s.numbersOnly() && month.ended().n() < Selected.FEWEST)) {
                                mapped.setMedianSeconds(seconds(month.ended().median()));
                                mapped.setP90Seconds(seconds(month.ended().quantile(0.9)));
                            }
                            return mapped;
                        })
                        .toList());
    }

    static FilterValues choices(Selected s) {
        FilterChoices choices = FilterChoices.of(s);
        Map<String, Map<String, Text>> labels = s.mined().labels();
        List<AttributeValues> attributes = choices.attributes().stream()
                .map(each -> new AttributeValues(
                        each.name(),
                        each.values().stream()
                                .map(value -> value(value, labels.getOrDefault(each.name(), Map.of())))
                                .toList()))
                .toList();
        List<UnitCount> units = choices.units().stream()
                .map(each -> {
                    UnitCount count = new UnitCount(unit(s.mined(), each.unit()), (long) each.cases());
                    count.setMedianSeconds(seconds(each.times().median()));
                    return count;
                })
                .toList();
        @Nullable EventClass[] classes = s.mined().classOfActivity();
        int[] cases = choices.activityCases();
        List<ActivityCount> activities = IntStream.range(0, cases.length)
                .filter(a -> cases[a] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(a -> -cases[a])
                        .thenComparing((a, b) -> CodePoints.compare(
                                s.log().activities()[a], s.log().activities()[b])))
                .map(a -> {
                    ActivityCount count = new ActivityCount(s.log().activities()[a], (long) cases[a]);
                    count.setEventClass(code(classes[a]));
                    return count;
                })
                .toList();
        return new FilterValues(selection(s), attributes, units, choices.hidden(), activities);
    }

    private static ValueCount value(FilterChoices.Value value, Map<String, Text> labels) {
        ValueCount mapped = new ValueCount((long) value.cases());
        String text = value.value();
        mapped.setValue(text);
        if (text != null && labels.containsKey(text)) {
            mapped.setLabel(labels.get(text).asMap());
        }
        return mapped;
    }

    static MinedCase minedCase(Selected s, int c) {
        MinedLog mined = s.mined();
        EventLog log = mined.log();
        MinedCase mapped = new MinedCase(
                CaseKeys.of(mined, c),
                log.caseIds()[c],
                AccessMapper.time(at(log, log.caseOffset()[c])),
                AccessMapper.time(at(log, log.caseOffset()[c + 1] - 1)),
                seconds(mined.duration(c)),
                log.caseOffset()[c + 1] - log.caseOffset()[c],
                Paths.key(mined.paths().ofCase(log, c)),
                mined.closed(c));
        mapped.setCaseId(s.reader().opened(mined, c));
        return mapped;
    }

    static MinedCaseLine line(Selected s, int c) {
        EventLog log = s.log();
        int from = log.caseOffset()[c];
        int to = Math.min(log.caseOffset()[c + 1], from + MOST_EVENTS);
        List<MinedEvent> events = IntStream.range(from, to)
                .mapToObj(e -> {
                    MinedEvent event = new MinedEvent(
                            log.activities()[log.activity()[e]],
                            AccessMapper.time(at(log, e)),
                            seconds(e == from ? 0L : log.instantMicros()[e] - log.instantMicros()[e - 1]));
                    byte known = s.mined().classes()[e];
                    event.setEventClass(
                            known == EventClass.NONE
                                    ? null
                                    : EventClass.at(known).code());
                    event.setUnit(log.group()[e] < 0 ? null : unit(s.mined(), log.group()[e]));
                    return event;
                })
                .toList();
        return new MinedCaseLine(minedCase(s, c), events);
    }

    private static Instant at(EventLog log, int e) {
        return Span.instant(log.instantMicros()[e]);
    }

    static List<Long> longs(long[] values, int from, int to) {
        return LongStream.of(Arrays.copyOfRange(values, from, to)).boxed().toList();
    }
}
