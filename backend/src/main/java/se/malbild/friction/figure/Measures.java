// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.SwedishCalendar;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.Rounding;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.mined.Span;

/** The measures that work on event classes. Median and p90, never the mean alone. */
final class Measures {
    private static final long NEVER = Long.MIN_VALUE;
    private static final Set<EventClass> DECIDED = Set.of(EventClass.DECIDE);

    private final Selected s;
    private final EventLog log;
    private final byte[] classes;
    private final List<Measure> found = new ArrayList<>();

    private Measures(Selected selected) {
        this.s = selected;
        this.log = selected.log();
        this.classes = selected.mined().classes();
    }

    static List<Measure> of(Selected selected) {
        Measures measures = new Measures(selected);
        measures.times();
        measures.supplements();
        measures.others();
        return List.copyOf(measures.found);
    }

    private void times() {
        Set<EventClass> received = Set.of(EventClass.RECEIVE);
        Set<EventClass> registered = Set.of(EventClass.REGISTER);
        between("time_to_registration", received, registered, Way.ofClass(EventClass.RECEIVE, EventClass.REGISTER));
        lateRegistration(received, registered);
        between("time_to_handling", received, EventClass.HANDLING, Way.ofClass(EventClass.RECEIVE));
        between("time_to_decision", received, DECIDED, Way.ofClass(EventClass.RECEIVE, EventClass.DECIDE));
        between("decision_to_dispatch", DECIDED, EventClass.DISPATCH, Way.ofClass(EventClass.DECIDE));
        between("dispatch_to_close", EventClass.DISPATCH, Set.of(EventClass.CLOSE), Way.ofClass(EventClass.CLOSE));
    }

    /** From the first event of some classes to the first of others; cases where that goes backwards are left out and told of. */
    private void between(String key, Set<EventClass> from, Set<EventClass> to, Way way) {
        NotMeasured why = why(from, to);
        if (why != null) {
            found.add(Measure.missing(key, "seconds", why));
            return;
        }
        LongStream.Builder micros = LongStream.builder();
        int backwards = 0;
        for (int c : s.kept().indexes()) {
            long start = first(c, from);
            long end = first(c, to);
            if (start != NEVER && end != NEVER && end >= start) {
                micros.add(end - start);
            } else if (start != NEVER && end != NEVER) {
                backwards++;
            }
        }
        found.add(ofTimes(key, micros.build().toArray(), null, backwards, way));
    }

    private static Measure ofTimes(String key, long[] micros, @Nullable Long cases, long excluded, Way way) {
        if (micros.length == 0) {
            return new Measure(key, "seconds", null, null, 0, cases, excluded, NotMeasured.TOO_FEW, null);
        }
        Distribution times = Distribution.of(micros);
        return new Measure(
                key,
                "seconds",
                Rounding.seconds(times.median()),
                Rounding.seconds(times.quantile(0.9)),
                times.n(),
                cases,
                excluded,
                null,
                way);
    }

    /** Registered later than the next working day after it came in. */
    private void lateRegistration(Set<EventClass> received, Set<EventClass> registered) {
        NotMeasured why = why(received, registered);
        if (why != null) {
            found.add(Measure.missing("late_registration", "share", why));
            return;
        }
        long n = 0;
        long late = 0;
        for (int c : s.kept().indexes()) {
            long in = first(c, received);
            long out = first(c, registered);
            if (in != NEVER && out != NEVER && out >= in) {
                n++;
                late += day(out).isAfter(SwedishCalendar.plusWorkdays(day(in), 1)) ? 1 : 0;
            }
        }
        found.add(share("late_registration", late, n, Way.ofClass(EventClass.RECEIVE, EventClass.REGISTER)));
    }

    private static LocalDate day(long micros) {
        return LocalDateTime.ofInstant(Span.instant(micros), Keeping.ZONE).toLocalDate();
    }

    private static Measure share(String key, long cases, long n, Way way) {
        return n == 0
                ? Measure.missing(key, "share", NotMeasured.TOO_FEW)
                : new Measure(key, "share", Rounding.six((double) cases / n), null, n, cases, 0, null, way);
    }

    private void supplements() {
        NotMeasured why = why(Set.of(EventClass.REQUEST_INFO));
        if (why != null) {
            found.add(Measure.missing("complete_at_submission", "share", why));
            found.add(Measure.missing("supplement_more_than_once", "share", why));
        } else {
            int[] rounds = Arrays.stream(s.kept().indexes())
                    .map(c -> count(c, EventClass.REQUEST_INFO))
                    .toArray();
            long none = Arrays.stream(rounds).filter(k -> k == 0).count();
            long many = Arrays.stream(rounds).filter(k -> k >= 2).count();
            found.add(share("complete_at_submission", none, s.n(), Way.without(activitiesOf(EventClass.REQUEST_INFO))));
            found.add(share("supplement_more_than_once", many, s.n(), Way.ofClass(EventClass.REQUEST_INFO)));
        }
        rounds("supplement_wait", EventClass.REQUEST_INFO, EventClass.INFO_RECEIVED);
        rounds("referral_wait", EventClass.REFER, EventClass.STATEMENT_RECEIVED);
    }

    private List<String> activitiesOf(EventClass wanted) {
        @Nullable EventClass[] ofActivity = s.mined().classOfActivity();
        return IntStream.range(0, ofActivity.length)
                .filter(a -> ofActivity[a] == wanted)
                .mapToObj(a -> log.activities()[a])
                .limit(20)
                .toList();
    }

    /** The wait of each round: from a request to the next answer; requests before it belong to the same round. */
    private void rounds(String key, EventClass asked, EventClass answered) {
        NotMeasured why = why(Set.of(asked), Set.of(answered));
        if (why != null) {
            found.add(Measure.missing(key, "seconds", why));
            return;
        }
        LongStream.Builder waits = LongStream.builder();
        long cases = 0;
        for (int c : s.kept().indexes()) {
            long since = NEVER;
            boolean any = false;
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                if (classes[e] == asked.number() && since == NEVER) {
                    since = log.instantMicros()[e];
                } else if (classes[e] == answered.number() && since != NEVER) {
                    waits.add(log.instantMicros()[e] - since);
                    since = NEVER;
                    any = true;
                }
            }
            cases += any ? 1 : 0;
        }
        found.add(ofTimes(key, waits.build().toArray(), cases, 0, Way.ofClass(asked, answered)));
    }

    private void others() {
        NotMeasured why = why(EventClass.HANDLING);
        if (why != null || log.groups().length == 0) {
            found.add(Measure.missing("bounce", "share", why != null ? why : NotMeasured.NO_ATTRIBUTE));
        } else {
            found.add(share(
                    "bounce",
                    Bounce.cases(s.mined(), s.kept()).cardinality(),
                    s.n(),
                    Way.ofPattern(CaseFilter.Pattern.BOUNCE)));
        }
        String[] channel = log.caseAttributes().get("channel");
        long known = channel == null
                ? 0
                : Arrays.stream(s.kept().indexes())
                        .filter(c -> isChannel(channel[c]))
                        .count();
        if (channel == null || known == 0) {
            found.add(Measure.missing("digital_intake", "share", NotMeasured.NO_ATTRIBUTE));
        } else {
            long digital = Arrays.stream(s.kept().indexes())
                    .filter(c -> isChannel(channel[c]) && EventClass.DIGITAL_CHANNELS.contains(channel[c]))
                    .count();
            found.add(share("digital_intake", digital, known, new Way(List.of(), List.of(), null, null, null)));
        }
    }

    private static boolean isChannel(@Nullable String value) {
        return value != null
                && (EventClass.DIGITAL_CHANNELS.contains(value)
                        || Set.of("post", "counter", "phone", "scan").contains(value));
    }

    @SafeVarargs
    private @Nullable NotMeasured why(Set<EventClass>... needed) {
        if (!s.mined().confirmed()) {
            return NotMeasured.UNCONFIRMED;
        }
        EnumSet<EventClass> missing = EnumSet.noneOf(EventClass.class);
        for (Set<EventClass> anyOf : needed) {
            if (anyOf.stream().noneMatch(s.mined().mapped()::contains)) {
                missing.addAll(anyOf);
            }
        }
        return missing.isEmpty() ? null : NotMeasured.unmapped(missing);
    }

    private long first(int c, Set<EventClass> wanted) {
        for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
            if (classes[e] != EventClass.NONE && wanted.contains(EventClass.at(classes[e]))) {
                return log.instantMicros()[e];
            }
        }
        return NEVER;
    }

    private int count(int c, EventClass wanted) {
        int count = 0;
        for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
            count += classes[e] == wanted.number() ? 1 : 0;
        }
        return count;
    }
}
