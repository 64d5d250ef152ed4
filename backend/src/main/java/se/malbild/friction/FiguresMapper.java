// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static se.malbild.friction.FrictionMapper.number;
import static se.malbild.friction.FrictionMapper.seconds;
import static se.malbild.friction.FrictionMapper.share;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.api.model.BatchFigures;
import se.malbild.api.model.CountFigures;
import se.malbild.api.model.DurationBin;
import se.malbild.api.model.DurationFigures;
import se.malbild.api.model.FrictionFigures;
import se.malbild.api.model.FrictionMeasure;
import se.malbild.api.model.HandoverFigures;
import se.malbild.api.model.HourFigures;
import se.malbild.api.model.PingPongFigures;
import se.malbild.api.model.ReworkFigures;
import se.malbild.api.model.UnitPair;
import se.malbild.api.model.VariantFigures;
import se.malbild.api.model.WaitingPart;
import se.malbild.friction.figure.KeyFigures;
import se.malbild.friction.figure.Measure;
import se.malbild.friction.figure.Selected;
import se.malbild.friction.figure.WaitingSplit;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.kernel.LocalClock;
import se.malbild.friction.kernel.Rounding;

/** Key figures → the contract's, each with the key of its definition. */
final class FiguresMapper {
    private static final String HOLIDAYS = "Swedish holidays";

    private FiguresMapper() {}

    static FrictionFigures figures(KeyFigures f) {
        Selected s = f.selected();
        List<DurationBin> bins = f.histogram().stream()
                .map(bin -> new DurationBin(seconds(bin.fromMicros()), seconds(bin.toMicros()), (long) bin.cases()))
                .toList();
        return new FrictionFigures(
                FrictionMapper.selection(s),
                durations("lead_time", f.elapsed(), null),
                durations("business_time", f.working(), KeyFigures.CALENDAR),
                bins,
                counts(f.eventsPerCase()),
                waiting(f.waiting()),
                rework(f),
                handovers(f),
                pingPong(f),
                batches(f),
                hours(f),
                variants(f),
                f.measures().stream().map(FiguresMapper::measure).toList());
    }

    private static DurationFigures durations(String definition, Distribution times, @Nullable String calendar) {
        DurationFigures mapped = new DurationFigures((long) times.n(), definition);
        mapped.setCalendar(calendar);
        if (times.n() > 0) {
            mapped.setSumSeconds(seconds(times.sum()));
            mapped.setMeanSeconds(number(Rounding.meanSeconds(times)));
            mapped.setMinSeconds(seconds(times.min()));
            mapped.setP25Seconds(seconds(times.quantile(0.25)));
            mapped.setMedianSeconds(seconds(times.median()));
            mapped.setP75Seconds(seconds(times.quantile(0.75)));
            mapped.setP90Seconds(seconds(times.quantile(0.9)));
            mapped.setP90NearestRankSeconds(seconds(times.nearestRank(0.9)));
            mapped.setP95Seconds(seconds(times.quantile(0.95)));
            mapped.setMaxSeconds(seconds(times.max()));
        }
        return mapped;
    }

    private static CountFigures counts(Distribution counts) {
        CountFigures mapped = new CountFigures((long) counts.n(), "events_per_case");
        if (counts.n() > 0) {
            mapped.setMin(BigDecimal.valueOf(counts.min()));
            mapped.setMedian(number(Rounding.six(counts.median())));
            mapped.setMean(number(Rounding.six((double) counts.sum() / counts.n())));
            mapped.setMax(BigDecimal.valueOf(counts.max()));
        }
        return mapped;
    }

    private static se.malbild.api.model.WaitingSplit waiting(WaitingSplit split) {
        se.malbild.api.model.WaitingSplit mapped = new se.malbild.api.model.WaitingSplit(
                "waiting_split",
                (long) split.n(),
                seconds(split.totalMicros()),
                split.parts().stream()
                        .map(part -> part(part, split.totalMicros()))
                        .toList());
        mapped.setNotMeasured(FrictionMapper.notMeasured(split.notMeasured()));
        return mapped;
    }

    private static WaitingPart part(WaitingSplit.Part part, long total) {
        WaitingPart mapped = new WaitingPart(
                part.party().code(),
                seconds(part.micros()),
                share(total == 0 ? 0 : (double) part.micros() / total),
                (long) part.perCase().n());
        if (part.perCase().n() > 0) {
            mapped.setMedianSeconds(seconds(part.perCase().median()));
            mapped.setP90Seconds(seconds(part.perCase().quantile(0.9)));
        }
        mapped.setMedianShare(part.medianShare() == null ? null : share(part.medianShare()));
        return mapped;
    }

    private static ReworkFigures rework(KeyFigures f) {
        Selected s = f.selected();
        ReworkFigures mapped = new ReworkFigures(
                "rework",
                (long) s.n(),
                (long) f.activities().casesWithRework(),
                f.activities().repeatEvents(),
                f.activities().selfLoops());
        mapped.setShareOfCases(share(s.share(f.activities().casesWithRework())));
        mapped.setRepeatLoad(
                share(ofEvents(f.activities().repeatEvents(), s.span().events())));
        mapped.setLoopSeconds(seconds(f.loopMicros()));
        return mapped;
    }

    private static double ofEvents(long part, long events) {
        return events == 0 ? 0 : (double) part / events;
    }

    private static HandoverFigures handovers(KeyFigures f) {
        Selected s = f.selected();
        List<UnitPair> pairs = f.unitPairs().pairs().stream()
                .map(pair -> new UnitPair(
                        FrictionMapper.unit(s.mined(), pair.from()),
                        FrictionMapper.unit(s.mined(), pair.to()),
                        (long) pair.handovers(),
                        (long) pair.cases()))
                .toList();
        HandoverFigures mapped = new HandoverFigures(
                "handover",
                (long) s.n(),
                f.handovers().handovers(),
                f.handovers().same(),
                f.handovers().missing(),
                f.unitPairs().handovers(),
                pairs);
        mapped.setOwnersPerCase(share(s.share(f.handovers().distinctPerCaseSum())));
        mapped.setUnitHandoverCases((long) f.unitPairs().cases());
        mapped.setUnitsHidden(f.unitPairs().hidden());
        return mapped;
    }

    private static PingPongFigures pingPong(KeyFigures f) {
        PingPongFigures mapped = new PingPongFigures(
                "ping_pong",
                (long) f.selected().n(),
                f.activityPingPong().triples(),
                (long) f.activityPingPong().cases(),
                f.ownerPingPong().triples(),
                (long) f.ownerPingPong().cases(),
                f.unitPingPong().triples(),
                (long) f.unitPingPong().cases());
        mapped.setUnitSeconds(seconds(f.unitMicros()));
        return mapped;
    }

    private static BatchFigures batches(KeyFigures f) {
        BatchFigures mapped = new BatchFigures(
                "batch",
                (long) f.selected().n(),
                (long) f.batches().batches(),
                f.batches().events(),
                (long) f.batches().largestCases());
        mapped.setShareOfEvents(
                share(ofEvents(f.batches().events(), f.selected().span().events())));
        return mapped;
    }

    private static HourFigures hours(KeyFigures f) {
        LocalClock clock = f.hours().clock();
        HourFigures mapped = new HourFigures(
                "after_hours",
                f.hours().events(),
                HOLIDAYS,
                "Europe/Stockholm",
                FrictionMapper.longs(clock.byHour(), 0, 24),
                FrictionMapper.longs(clock.byWeekday(), 1, 8),
                clock.weekendEvents(),
                clock.weekdayEventsOutside07to18(),
                f.hours().holidayEvents(),
                f.hours().outside());
        mapped.setOutsideShare(share(ofEvents(f.hours().outside(), f.hours().events())));
        return mapped;
    }

    private static VariantFigures variants(KeyFigures f) {
        VariantFigures mapped = new VariantFigures(
                "variants",
                (long) f.selected().n(),
                (long) f.variants().variants().size(),
                (long) f.variants().covering(0.8));
        mapped.setTopFiveShare(share(f.topFiveShare()));
        return mapped;
    }

    private static FrictionMeasure measure(Measure measure) {
        FrictionMeasure mapped = new FrictionMeasure(measure.key(), measure.key(), measure.unit(), measure.n());
        mapped.setValue(measure.value() == null ? null : number(measure.value()));
        mapped.setP90(measure.p90() == null ? null : number(measure.p90()));
        mapped.setCases(measure.cases());
        mapped.setExcluded(measure.excluded() == 0 ? null : measure.excluded());
        mapped.setNotMeasured(FrictionMapper.notMeasured(measure.notMeasured()));
        mapped.setFilter(measure.filter() == null ? null : FrictionMapper.way(measure.filter()));
        return mapped;
    }
}
