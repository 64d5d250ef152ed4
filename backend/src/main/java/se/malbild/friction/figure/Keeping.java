// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.friction.kernel.Batches;
import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.kernel.Gaps;
import se.malbild.friction.kernel.OfficeHours;
import se.malbild.friction.kernel.Paths;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.TimestampParser;
import se.malbild.friction.mined.MinedLog;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Finds the cases a filter keeps. A filter that cannot hold in this log is refused; one that merely finds nothing keeps no case. */
final class Keeping {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final MinedLog mined;
    private final EventLog log;
    private final CaseFilter filter;

    private Keeping(MinedLog mined, CaseFilter filter) {
        this.mined = mined;
        this.log = mined.log();
        this.filter = filter;
    }

    /** Those of {@code counted} that the filter keeps. */
    static BitSet of(MinedLog mined, CaseFilter filter, BitSet counted) {
        requirePossible(mined, filter);
        Keeping keeping = new Keeping(mined, filter);
        List<IntPredicate> demands = keeping.demands();
        BitSet kept = new BitSet(mined.log().cases());
        for (int c = counted.nextSetBit(0); c >= 0; c = counted.nextSetBit(c + 1)) {
            boolean keep = true;
            for (int i = 0; keep && i < demands.size(); i++) {
                keep = demands.get(i).test(c);
            }
            kept.set(c, keep);
        }
        if (filter.pattern() != null) {
            kept.and(keeping.withPattern(filter.pattern(), CaseSet.of(kept)));
        }
        return kept;
    }

    private static void requirePossible(MinedLog mined, CaseFilter filter) {
        List<FieldFault> faults = new ArrayList<>();
        if (filter.closedOnly() && !mined.endKnown()) {
            faults.add(FieldFault.of(
                    "query/closedOnly",
                    "end_not_known",
                    "Loggen säger inte vad som avslutar ett ärende. Ange det i mappningen.",
                    "The log does not say what ends a case. Say so in the mapping."));
        }
        if (!filter.eventClasses().isEmpty() && !mined.confirmed()) {
            faults.add(FieldFault.of(
                    "query/eventClass",
                    "mapping_not_confirmed",
                    "Bekräfta först loggens mappning till händelseklasser.",
                    "Confirm the log's mapping to event classes first."));
        }
        if (filter.eventClasses().stream().anyMatch(code -> EventClass.of(code).isEmpty())) {
            faults.add(FieldFault.of(
                    "query/eventClass",
                    "unknown_class",
                    "Det finns ingen händelseklass med den koden.",
                    "There is no event class of that code."));
        }
        if ((filter.edgeFrom() == null) != (filter.edgeTo() == null)) {
            faults.add(FieldFault.of(
                    filter.edgeFrom() == null ? "query/edgeFrom" : "query/edgeTo",
                    "required",
                    "Ange både edgeFrom och edgeTo.",
                    "Give both edgeFrom and edgeTo."));
        }
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            faults.add(FieldFault.of(
                    "query/to",
                    "before_start",
                    "Sista dagen är före den första.",
                    "The last day is before the first."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private List<IntPredicate> demands() {
        List<IntPredicate> demands = new ArrayList<>();
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        if (from != null || to != null) {
            demands.add(inPeriod(
                    from == null ? Long.MIN_VALUE : startOf(from),
                    to == null ? Long.MAX_VALUE : startOf(to.plusDays(1))));
        }
        String attribute = filter.attribute();
        if (attribute != null) {
            String[] column = log.caseAttributes().get(attribute);
            String wanted = filter.attributeValue();
            demands.add(c ->
                    column == null ? wanted == null : wanted == null ? column[c] == null : wanted.equals(column[c]));
        }
        if (filter.unit() != null) {
            demands.add(contains(log.group(), codes(log.groups(), List.of(filter.unit()))));
        }
        filter.activities()
                .forEach(each -> demands.add(contains(log.activity(), codes(log.activities(), List.of(each)))));
        if (!filter.without().isEmpty()) {
            demands.add(contains(log.activity(), codes(log.activities(), filter.without()))
                    .negate());
        }
        filter.eventClasses()
                .forEach(code -> demands.add(containsClass(EventClass.of(code).orElseThrow())));
        if (filter.closedOnly()) {
            demands.add(mined::closed);
        }
        addOfPath(demands);
        Long min = filter.minMicros();
        Long max = filter.maxMicros();
        if (min != null || max != null) {
            long least = min == null ? Long.MIN_VALUE : min;
            long below = max == null ? Long.MAX_VALUE : max;
            demands.add(c -> mined.duration(c) >= least && mined.duration(c) < below);
        }
        return demands;
    }

    private void addOfPath(List<IntPredicate> demands) {
        String variant = filter.variant();
        if (variant != null) {
            demands.add(c -> Paths.key(mined.paths().ofCase(log, c)).equals(variant));
        }
        String edgeFrom = filter.edgeFrom();
        String edgeTo = filter.edgeTo();
        if (edgeFrom != null && edgeTo != null) {
            int a = code(log.activities(), edgeFrom);
            int b = code(log.activities(), edgeTo);
            demands.add(c -> a >= 0 && b >= 0 && hasEdge(c, a, b));
        }
    }

    private boolean hasEdge(int c, int a, int b) {
        for (int e = log.caseOffset()[c] + 1; e < log.caseOffset()[c + 1]; e++) {
            if (log.activity()[e - 1] == a && log.activity()[e] == b) {
                return true;
            }
        }
        return false;
    }

    private IntPredicate inPeriod(long from, long before) {
        return c -> {
            long first = log.instantMicros()[log.caseOffset()[c]];
            long last = log.instantMicros()[log.caseOffset()[c + 1] - 1];
            return switch (filter.periodOf()) {
                case STARTED -> first >= from && first < before;
                case ENDED -> last >= from && last < before;
                case TOUCHED -> last >= from && first < before;
            };
        };
    }

    private static long startOf(LocalDate day) {
        return TimestampParser.micros(day.atStartOfDay(ZONE).toInstant());
    }

    private IntPredicate contains(int[] column, BitSet wanted) {
        return c -> {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (column[e] >= 0 && wanted.get(column[e])) {
                    return true;
                }
            }
            return false;
        };
    }

    private IntPredicate containsClass(EventClass wanted) {
        return c -> {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (mined.classes()[e] == wanted.number()) {
                    return true;
                }
            }
            return false;
        };
    }

    private static BitSet codes(String[] names, List<String> wanted) {
        BitSet codes = new BitSet();
        wanted.stream()
                .mapToInt(each -> code(names, each))
                .filter(code -> code >= 0)
                .forEach(codes::set);
        return codes;
    }

    private static int code(String[] names, @Nullable String wanted) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private BitSet withPattern(CaseFilter.Pattern pattern, CaseSet kept) {
        return switch (pattern) {
            case REWORK -> casesWith(kept, Gaps.rework(log, kept));
            case UNIT_HANDOVER -> casesWith(kept, Gaps.changes(log, kept, log.group()));
            case PING_PONG -> casesWith(kept, Gaps.pingPong(log, kept, log.group()));
            case BOUNCE -> Bounce.cases(mined, kept);
            case BATCH -> Batches.cases(log, kept, mined.owners(filter.humanOnly()));
            case AFTER_HOURS -> afterHours(kept);
        };
    }

    private BitSet casesWith(CaseSet kept, BitSet gaps) {
        BitSet found = new BitSet(log.cases());
        for (int i : Gaps.casesWith(log, kept, gaps)) {
            found.set(kept.indexes()[i]);
        }
        return found;
    }

    private BitSet afterHours(CaseSet kept) {
        boolean[] leftOut = filter.humanOnly() ? mined.systemResource() : new boolean[mined.systemResource().length];
        return OfficeHours.cases(log, kept, ZONE, SwedishCalendar::isHoliday, leftOut);
    }
}
