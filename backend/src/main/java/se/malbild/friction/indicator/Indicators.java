// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.friction.figure.CaseFilter;
import se.malbild.friction.figure.Selected;
import se.malbild.friction.figure.Selections;
import se.malbild.friction.kernel.CaseSet;
import se.malbild.friction.log.EventLog;
import se.malbild.friction.log.TimestampParser;
import se.malbild.friction.mined.EventLogs;
import se.malbild.friction.mined.LogReader;
import se.malbild.friction.mined.MinedLog;
import se.malbild.friction.mined.Span;

/** Measures the model's indicators in a log. */
@Singleton
public class Indicators {
    private final EventLogs logs;
    private final Selections selections;
    private final Units units;

    Indicators(EventLogs logs, Selections selections, Units units) {
        this.logs = logs;
        this.selections = selections;
        this.units = units;
    }

    /** Indicators and the cases they were measured on. */
    public record Measured(Selected selected, List<IndicatorValue> values) {}

    /**
     * All indicators of a log, by code, for the product's own work; who may read the result is settled there.
     *
     * @param unitId only cases that this unit or one below it answers for; absent = all
     * @param until only cases in which nothing has happened after this
     */
    public List<IndicatorValue> measure(UUID authorityId, UUID eventLogId, @Nullable UUID unitId, Instant until) {
        LogReader everything = LogReader.ofWholeAuthority(authorityId);
        EventLogs.Opened opened = logs.open(everything, eventLogId, false);
        EventLog log = opened.log().log();
        long limit = TimestampParser.micros(until);
        BitSet kept = new BitSet();
        of(authorityId, opened.log(), opened.counted(), unitId).stream()
                .filter(c -> log.instantMicros()[log.caseOffset()[c + 1] - 1] <= limit)
                .forEach(kept::set);
        return values(opened.log(), kept);
    }

    /**
     * As {@link #measure(UUID, UUID, UUID, Instant)}, for an assessment: of an imported log all cases, since whoever chose it for the assessment says
     * what it is about; with the share of closed cases that came in digitally, {@link IndicatorValue#DIGITAL_IN}.
     *
     * @param caseTypeKey of the log of own cases only those of that type; absent = all
     */
    public List<IndicatorValue> measureForAssessment(
            UUID authorityId, UUID eventLogId, @Nullable UUID unitId, @Nullable String caseTypeKey) {
        LogReader everything = LogReader.ofWholeAuthority(authorityId);
        EventLogs.Opened opened = logs.open(everything, eventLogId, false);
        MinedLog mined = opened.log();
        BitSet cases = mined.identity().own()
                ? ofType(mined, of(authorityId, mined, opened.counted(), unitId), caseTypeKey)
                : opened.counted();
        Measuring measuring = new Measuring(mined, cases);
        return Stream.concat(measuring.all().stream(), Stream.of(measuring.digitalIn()))
                .toList();
    }

    /** The same for a reader: of the cases that may be counted for the reader. */
    public Measured measure(Caller caller, UUID eventLogId, @Nullable UUID unitId) {
        if (unitId != null) {
            units.get(caller.authorityId(), unitId);
        }
        Selected all = selections.figures(caller, eventLogId, CaseFilter.NOTHING);
        BitSet counted = new BitSet();
        for (int c : all.kept().indexes()) {
            counted.set(c);
        }
        BitSet kept = of(caller.authorityId(), all.mined(), counted, unitId);
        Selected selected = Selections.requireShowable(new Selected(
                all.mined(),
                CaseSet.of(kept),
                all.total(),
                Span.of(all.log(), kept),
                all.filter(),
                all.reader(),
                all.numbersOnly()));
        return new Measured(
                selected,
                values(all.mined(), kept).stream()
                        .map(value -> selected.numbersOnly() ? hidden(value) : value)
                        .toList());
    }

    /** Readers of numbers get no value about fewer than five. */
    private static IndicatorValue hidden(IndicatorValue value) {
        return value.measured() && value.n() < Selected.FEWEST && !value.code().equals("I22")
                ? new IndicatorValue(value.code(), null, 0, value.period(), "cells_hidden", List.of())
                : value;
    }

    private BitSet of(UUID authorityId, MinedLog mined, BitSet counted, @Nullable UUID unitId) {
        if (unitId == null) {
            return counted;
        }
        Set<UUID> wanted = units.withBelow(authorityId, unitId);
        BitSet kept = new BitSet();
        if (!mined.identity().own()) {
            return wanted.contains(mined.identity().unitId()) ? counted : kept;
        }
        counted.stream()
                .filter(c -> wanted.contains(mined.own().get(c).unitId()))
                .forEach(kept::set);
        return kept;
    }

    private static BitSet ofType(MinedLog mined, BitSet counted, @Nullable String caseTypeKey) {
        if (caseTypeKey == null) {
            return counted;
        }
        BitSet kept = new BitSet();
        counted.stream()
                .filter(c -> caseTypeKey.equals(mined.own().get(c).caseTypeKey()))
                .forEach(kept::set);
        return kept;
    }

    private static List<IndicatorValue> values(MinedLog mined, BitSet kept) {
        return new Measuring(mined, kept).all();
    }
}
