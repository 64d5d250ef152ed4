// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.friction.figure.NotMeasured;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.TimestampParser;
import se.malbild.friction.mined.MinedLog;
import se.malbild.friction.mined.Span;

/** One measuring of a log: which indicators its events can tell, and their values. */
final class Measuring {
    private static final long THIRTEEN_WEEKS = 13L * 7 * 86_400_000_000L;
    private static final String CASE_TYPE = "caseType";

    private final MinedLog mined;
    private final EventLog log;
    private final BitSet kept;
    private final @Nullable Period period;
    private final IndicatorEvents events;
    private final @Nullable String only;
    private final List<IndicatorValue> values = new ArrayList<>();

    Measuring(MinedLog mined, BitSet kept) {
        this.mined = mined;
        this.log = mined.log();
        this.kept = kept;
        Span span = Span.of(log, kept);
        this.period = span.firstAt() == null || span.lastAt() == null
                ? null
                : new Period(
                        LocalDate.ofInstant(span.firstAt(), Units.STOCKHOLM),
                        LocalDate.ofInstant(span.lastAt(), Units.STOCKHOLM));
        this.only = null;
        this.events = events();
    }

    /** One indicator of some of the cases that {@code whole} measures; what is known of the log is not read anew. */
    private Measuring(Measuring whole, String only, BitSet cases) {
        this.mined = whole.mined;
        this.log = whole.log;
        this.kept = cases;
        this.period = whole.period;
        this.only = only;
        this.events = whole.events.of(cases);
    }

    /** The indicator of that code, of only those cases. */
    IndicatorValue one(String code, BitSet cases) {
        Measuring part = new Measuring(this, code, cases);
        part.all();
        return part.values.isEmpty()
                ? new IndicatorValue(code, null, 0, period, "no_such_indicator", List.of())
                : part.values.getFirst();
    }

    /**
     * Events have an instant and no length: what needs lengths, targets, fields or templates is not measured. Those of cases that are not
     * kept have no class, so no formula sees them.
     */
    private IndicatorEvents events() {
        byte[] actorKinds = new byte[log.events()];
        for (int e = 0; e < actorKinds.length; e++) {
            boolean system = log.resource()[e] >= 0 && mined.systemResource()[log.resource()[e]];
            actorKinds[e] =
                    (byte) (system ? IndicatorEvents.ActorKind.SYSTEM : IndicatorEvents.ActorKind.STAFF).ordinal();
        }
        @Nullable String[] channels = log.caseAttributes().getOrDefault("channel", new String[log.cases()]);
        byte[] classes = new byte[log.events()];
        Arrays.fill(classes, EventClass.NONE);
        BitSet received = new BitSet();
        BitSet closed = new BitSet();
        kept.stream().forEach(c -> {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                classes[e] = mined.classes()[e];
                received.set(c, received.get(c) || classes[e] == EventClass.RECEIVE.number());
            }
            closed.set(c, mined.closed(c));
        });
        return new IndicatorEvents(
                log.caseOffset(),
                classes,
                log.instantMicros(),
                log.instantMicros(),
                actorKinds,
                log.resource(),
                log.group(),
                channels,
                new long[0],
                new long[0],
                received,
                closed);
    }

    List<IndicatorValue> all() {
        received("I01", Formulas::digitalIntake, true, Set.of());
        received("I02", Formulas::structuredIntake, true, Set.of());
        closed("I03", Formulas::paper, anyOf(EventClass.PAPER));
        closed("I04", Formulas::digitalThroughout, anyOf(EventClass.PAPER), anyOf(EventClass.DISPATCH_DIGITAL));
        received("I05", Formulas::hoursToRegistration, false, anyOf(EventClass.REGISTER));
        received("I06", Formulas::registeredBySystem, false, anyOf(EventClass.REGISTER));
        received("I07", Formulas::daysToHandling, false, EventClass.HANDLING);
        closed("I08", Formulas::complete, anyOf(EventClass.REQUEST_INFO));
        closed("I09", in -> Formulas.perHundred(in, EventClass.REQUEST_INFO), anyOf(EventClass.REQUEST_INFO));
        notInEvents("I10");
        closed("I11", Formulas::manyHandovers, anyOf(EventClass.HANDOVER));
        closed("I12", Formulas::pingPong, anyOf(EventClass.HANDOVER));
        closed("I13", Formulas::rework, anyOf(EventClass.REVIEW, EventClass.DRAFT, EventClass.REGISTER));
        closed("I14", Formulas::straightThrough, EventClass.HANDLING);
        closed("I15", Formulas::batchShare, EventClass.HANDLING);
        notInEvents("I16");
        closed(
                "I17",
                in -> Formulas.leadSpread(ofLargestType(in)),
                anyOf(EventClass.RECEIVE),
                anyOf(EventClass.DISPATCH_DIGITAL, EventClass.DISPATCH_POST, EventClass.CLOSE));
        closed("I18", Formulas::pathShare, EventClass.HANDLING);
        closed("I19", Formulas::reentry, anyOf(EventClass.REENTRY));
        notInEvents("I20");
        notInEvents("I21");
        closed("I22", this::queueImbalance);
        closed("I23", in -> Formulas.perHundred(in, EventClass.STATUS_QUESTION), anyOf(EventClass.STATUS_QUESTION));
        closed("I24", Formulas::dispatchedDigitally, EventClass.DISPATCH);
        notInEvents("I25");
        return List.copyOf(values);
    }

    /** Share of closed cases that came in digitally: over the cases of I04, for the difference between the two. */
    IndicatorValue digitalIn() {
        closed(IndicatorValue.DIGITAL_IN, Formulas::digitalIntakeOfClosed);
        return values.removeLast();
    }

    private static Set<EventClass> anyOf(EventClass... classes) {
        return Set.of(classes);
    }

    private static Set<EventClass> anyOf(Collection<EventClass> classes) {
        return Set.copyOf(classes);
    }

    private void received(
            String code,
            Function<IndicatorEvents, Formulas.Result> formula,
            boolean byChannel,
            Set<EventClass> needed) {
        if (!isWanted(code)) {
            return;
        }
        boolean noChannel = byChannel
                && Arrays.stream(events.channels())
                        .noneMatch(each -> each != null && EventClass.DIGITAL_CHANNELS.contains(each));
        NotMeasured why = needed.isEmpty()
                ? why(List.of(anyOf(EventClass.RECEIVE)))
                : why(List.of(anyOf(EventClass.RECEIVE), needed));
        add(code, formula, why == null && noChannel ? NotMeasured.NO_ATTRIBUTE : why);
    }

    private boolean isWanted(String code) {
        return only == null || only.equals(code);
    }

    @SafeVarargs
    private void closed(String code, Function<IndicatorEvents, Formulas.Result> formula, Set<EventClass>... needed) {
        if (!isWanted(code)) {
            return;
        }
        NotMeasured why = why(List.of(needed));
        boolean noChannel = Set.of("I04", IndicatorValue.DIGITAL_IN).contains(code)
                && Arrays.stream(events.channels()).allMatch(each -> each == null);
        add(
                code,
                formula,
                why != null
                        ? why
                        : !mined.endKnown() ? NotMeasured.NO_END : noChannel ? NotMeasured.NO_ATTRIBUTE : null);
    }

    private void notInEvents(String code) {
        if (!isWanted(code)) {
            return;
        }
        add(code, in -> Formulas.Result.NONE, NotMeasured.NOT_IN_EVENTS);
    }

    private void add(String code, Function<IndicatorEvents, Formulas.Result> formula, @Nullable NotMeasured why) {
        if (why != null) {
            values.add(new IndicatorValue(code, null, 0, period, why.reason(), why.classes()));
            return;
        }
        Formulas.Result result = formula.apply(events);
        values.add(new IndicatorValue(
                code,
                result.value(),
                result.n(),
                period,
                result.value() == null ? NotMeasured.TOO_FEW.reason() : null,
                List.of()));
    }

    private @Nullable NotMeasured why(List<Set<EventClass>> needed) {
        if (!mined.confirmed()) {
            return NotMeasured.UNCONFIRMED;
        }
        EnumSet<EventClass> missing = EnumSet.noneOf(EventClass.class);
        needed.stream()
                .filter(anyOf -> anyOf.stream().noneMatch(mined.mapped()::contains))
                .forEach(missing::addAll);
        return missing.isEmpty() ? null : NotMeasured.unmapped(missing);
    }

    /** Only the case type with most closed cases: spread and queues are told within one type. A log without types is one type. */
    private IndicatorEvents ofLargestType(IndicatorEvents in) {
        BitSet largest = largestType(in.closed());
        BitSet closed = (BitSet) in.closed().clone();
        closed.and(largest);
        return new IndicatorEvents(
                in.caseOffset(),
                in.classes(),
                in.start(),
                in.end(),
                in.actorKinds(),
                in.actors(),
                in.units(),
                in.channels(),
                in.fieldsFilled(),
                in.fieldsPrefilled(),
                in.received(),
                closed);
    }

    private BitSet largestType(BitSet counted) {
        String[] types = log.caseAttributes().get(CASE_TYPE);
        if (types == null) {
            return kept;
        }
        Map<String, Integer> counts = new HashMap<>();
        counted.stream().filter(c -> types[c] != null).forEach(c -> counts.merge(types[c], 1, Integer::sum));
        BitSet found = new BitSet();
        counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .ifPresent(top ->
                        kept.stream().filter(c -> top.getKey().equals(types[c])).forEach(found::set));
        return found;
    }

    /** Open cases and those closed in the last 13 weeks, by the unit that had the case last. */
    private Formulas.Result queueImbalance(IndicatorEvents in) {
        int[] open = new int[log.groups().length];
        int[] closed = new int[open.length];
        long now = mined.identity().own() || log.events() == 0
                ? TimestampParser.micros(mined.identity().asOf())
                : Arrays.stream(log.instantMicros()).max().orElseThrow();
        largestType(kept).stream().forEach(c -> {
            int unit = lastUnit(c);
            long last = log.instantMicros()[log.caseOffset()[c + 1] - 1];
            if (unit >= 0 && !in.closed().get(c)) {
                open[unit]++;
            } else if (unit >= 0 && last > now - THIRTEEN_WEEKS && last <= now) {
                closed[unit]++;
            }
        });
        return Formulas.queueImbalance(open, closed);
    }

    private int lastUnit(int c) {
        for (int e = log.caseOffset()[c + 1] - 1; e >= log.caseOffset()[c]; e--) {
            if (log.group()[e] >= 0) {
                return log.group()[e];
            }
        }
        return -1;
    }
}
