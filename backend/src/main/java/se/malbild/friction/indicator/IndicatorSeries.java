// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.cases.CaseFace;
import se.malbild.cases.SecrecyLevel;
import se.malbild.friction.kernel.LocalMonths;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.mined.EventLogs;
import se.malbild.friction.mined.LogReader;
import se.malbild.friction.mined.MinedLog;
import se.malbild.friction.mined.Span;

/**
 * Measures an indicator month by month, for the product's own work; who may read the result is settled there. Own cases that are secret are
 * left out, so that the same figures can be shown to all who may read them.
 */
@Singleton
public class IndicatorSeries {
    /** Told of events over many cases, or of a moment: a month of them says nothing. */
    private static final Set<String> NOT_BY_MONTH = Set.of("I15", "I22");

    private static final Set<EventClass> RECEIVE = EnumSet.of(EventClass.RECEIVE);
    private static final Set<EventClass> REGISTER = EnumSet.of(EventClass.REGISTER);
    private static final Map<String, IndicatorMonths.PeriodOf> PERIODS = Map.of(
            "I01", IndicatorMonths.PeriodOf.RECEIVED,
            "I02", IndicatorMonths.PeriodOf.RECEIVED,
            "I05", IndicatorMonths.PeriodOf.REGISTERED,
            "I06", IndicatorMonths.PeriodOf.REGISTERED,
            "I07", IndicatorMonths.PeriodOf.HANDLED);
    private static final String CASE_TYPE = "caseType";

    private final EventLogs logs;
    private final Clock clock;
    /** By identity of the log, which is another as soon as it has grown. */
    private final Cache<EventLog, ConcurrentMap<Key, IndicatorMonths>> kept =
            Caffeine.newBuilder().weakKeys().build();

    IndicatorSeries(EventLogs logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    /**
     * Which cases of a log.
     *
     * @param units own cases that these answer for; empty = all. An imported log is about one unit and is taken whole
     * @param caseTypes keys of case types; empty = all
     */
    public record Which(Set<UUID> units, Set<String> caseTypes) {}

    private record Key(String code, Which which, @Nullable YearMonth lastWhole) {}

    /** The months of an indicator; 404 where the log is gone. */
    public IndicatorMonths months(UUID authorityId, UUID eventLogId, String code, Which which) {
        MinedLog mined = open(authorityId, eventLogId);
        YearMonth lastWhole = lastWhole(mined);
        return kept.get(mined.log(), log -> new ConcurrentHashMap<>())
                .computeIfAbsent(new Key(code, which, lastWhole), key -> measured(mined, code, which, lastWhole));
    }

    /**
     * An indicator over a calendar year (Europe/Stockholm), each case in the month that {@link IndicatorMonths#periodOf} says; 404 where the
     * log is gone. Besides the reasons of {@link IndicatorValue} it may be {@code not_by_month}, or {@code year_not_whole}: then the log
     * begins after January of the year or has not come to its end.
     */
    public IndicatorValue year(UUID authorityId, UUID eventLogId, String code, Which which, int year) {
        MinedLog mined = open(authorityId, eventLogId);
        if (NOT_BY_MONTH.contains(code)) {
            return new IndicatorValue(code, null, 0, null, "not_by_month", List.of());
        }
        BitSet cases = cases(mined, which);
        BitSet all = new BitSet();
        all.set(0, mined.log().cases());
        Instant first = Span.of(mined.log(), all).firstAt();
        YearMonth lastWhole = lastWhole(mined);
        YearMonth january = YearMonth.of(year, Month.JANUARY);
        YearMonth december = YearMonth.of(year, Month.DECEMBER);
        if (first == null
                || lastWhole == null
                || lastWhole.isBefore(december)
                || YearMonth.from(LocalDate.ofInstant(first, Units.STOCKHOLM)).isAfter(january)) {
            return new IndicatorValue(code, null, 0, null, "year_not_whole", List.of());
        }
        BitSet ofYear = new BitSet();
        byMonth(mined, cases, PERIODS.getOrDefault(code, IndicatorMonths.PeriodOf.CLOSED))
                .subMap(january, true, december, true)
                .values()
                .forEach(ofYear::or);
        return new Measuring(mined, cases).one(code, ofYear);
    }

    /** Which case types each unit has own cases of; empty for an imported log. */
    public Map<UUID, Set<String>> caseTypes(UUID authorityId, UUID eventLogId) {
        Map<UUID, Set<String>> types = new HashMap<>();
        for (CaseFace face : open(authorityId, eventLogId).own()) {
            if (!isSecret(face)) {
                types.computeIfAbsent(face.unitId(), unit -> new TreeSet<>()).add(face.caseTypeKey());
            }
        }
        return types;
    }

    private MinedLog open(UUID authorityId, UUID eventLogId) {
        return logs.open(LogReader.ofWholeAuthority(authorityId), eventLogId, false)
                .log();
    }

    private static boolean isSecret(CaseFace face) {
        return face.secrecyLevel() == SecrecyLevel.SECRET || face.secrecyLevel() == SecrecyLevel.STRICT;
    }

    /** Of own cases the month before this one; an imported log may have been cut in the middle of its last month. */
    private @Nullable YearMonth lastWhole(MinedLog mined) {
        LocalDate newest;
        if (mined.identity().own()) {
            newest = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        } else {
            BitSet all = new BitSet();
            all.set(0, mined.log().cases());
            Instant last = Span.of(mined.log(), all).lastAt();
            if (last == null) {
                return null;
            }
            newest = LocalDate.ofInstant(last, Units.STOCKHOLM).plusDays(1);
        }
        return YearMonth.from(newest).minusMonths(1);
    }

    private static IndicatorMonths measured(MinedLog mined, String code, Which which, @Nullable YearMonth lastWhole) {
        IndicatorMonths.PeriodOf periodOf = PERIODS.getOrDefault(code, IndicatorMonths.PeriodOf.CLOSED);
        if (NOT_BY_MONTH.contains(code)) {
            return new IndicatorMonths(mined.identity().own(), periodOf, lastWhole, "not_by_month", List.of());
        }
        BitSet cases = cases(mined, which);
        Measuring measuring = new Measuring(mined, cases);
        IndicatorValue whole = measuring.one(code, cases);
        TreeMap<YearMonth, BitSet> byMonth = whole.measured() ? byMonth(mined, cases, periodOf) : new TreeMap<>();
        if (lastWhole == null || byMonth.isEmpty() || byMonth.firstKey().isAfter(lastWhole)) {
            return new IndicatorMonths(
                    mined.identity().own(), periodOf, lastWhole, whole.notMeasuredReasonKey(), List.of());
        }
        List<IndicatorMonths.Month> months = new ArrayList<>();
        for (YearMonth month = byMonth.firstKey(); !month.isAfter(lastWhole); month = month.plusMonths(1)) {
            BitSet those = byMonth.getOrDefault(month, new BitSet());
            IndicatorValue value = measuring.one(code, those);
            months.add(new IndicatorMonths.Month(month, value.value(), value.n(), those.cardinality()));
        }
        return new IndicatorMonths(mined.identity().own(), periodOf, lastWhole, null, List.copyOf(months));
    }

    private static BitSet cases(MinedLog mined, Which which) {
        @Nullable String[] types = mined.log().caseAttributes().get(CASE_TYPE);
        boolean own = mined.identity().own();
        BitSet cases = new BitSet(mined.log().cases());
        for (int c = 0; c < mined.log().cases(); c++) {
            CaseFace face = own ? mined.own().get(c) : null;
            boolean ofUnit = face == null
                    || !isSecret(face)
                            && (which.units().isEmpty() || which.units().contains(face.unitId()));
            String type = types == null ? null : types[c];
            boolean ofType = which.caseTypes().isEmpty()
                    || type != null && which.caseTypes().contains(type);
            cases.set(c, ofUnit && ofType);
        }
        return cases;
    }

    private static TreeMap<YearMonth, BitSet> byMonth(MinedLog mined, BitSet cases, IndicatorMonths.PeriodOf periodOf) {
        IntUnaryOperator event = c -> switch (periodOf) {
            case RECEIVED -> first(mined, c, RECEIVE);
            case REGISTERED -> first(mined, c, REGISTER);
            case HANDLED -> first(mined, c, EventClass.HANDLING);
            case CLOSED -> closing(mined, c);
        };
        LocalMonths local = new LocalMonths(Units.STOCKHOLM);
        TreeMap<YearMonth, BitSet> months = new TreeMap<>();
        cases.stream().forEach(c -> {
            int at = event.applyAsInt(c);
            if (at >= 0) {
                YearMonth month = local.of(mined.log().instantMicros()[at]);
                months.computeIfAbsent(month, key -> new BitSet()).set(c);
            }
        });
        return months;
    }

    private static int first(MinedLog mined, int c, Set<EventClass> wanted) {
        for (int e = mined.log().caseOffset()[c]; e < mined.log().caseOffset()[c + 1]; e++) {
            byte known = mined.classes()[e];
            if (known != EventClass.NONE && wanted.contains(EventClass.at(known))) {
                return e;
            }
        }
        return -1;
    }

    /** The last event that ends the case, if it is closed. */
    private static int closing(MinedLog mined, int c) {
        if (!mined.closed(c)) {
            return -1;
        }
        for (int e = mined.log().caseOffset()[c + 1] - 1; e >= mined.log().caseOffset()[c]; e--) {
            if (mined.ends()[mined.log().activity()[e]]) {
                return e;
            }
        }
        return -1;
    }
}
