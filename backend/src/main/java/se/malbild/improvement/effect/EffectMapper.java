// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.api.model.AxisEvent;
import se.malbild.api.model.ComparedMonth;
import se.malbild.api.model.EffectInterval;
import se.malbild.api.model.EffectMonth;
import se.malbild.api.model.EffectVerdict;
import se.malbild.api.model.IndicatorEffect;
import se.malbild.api.model.IndicatorVerdict;
import se.malbild.api.model.RoadmapEffect;
import se.malbild.api.model.RoadmapEffectSummary;
import se.malbild.api.model.RungObstacle;
import se.malbild.api.model.XmrLimits;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.improvement.effect.kernel.DifferenceInDifferences;
import se.malbild.improvement.effect.kernel.InterruptedSeries;
import se.malbild.improvement.effect.kernel.Interval;
import se.malbild.improvement.effect.kernel.Verdict;
import se.malbild.improvement.effect.kernel.XmrChart;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.Text;

/** Effects → the contract's. */
final class EffectMapper {
    private static final int SHOWN = 120;

    private EffectMapper() {}

    static RoadmapEffect effect(ItemEffect effect, MaturityModel model) {
        RoadmapItem item = effect.item();
        RoadmapEffect mapped = new RoadmapEffect(
                item.id(),
                item.state().code(),
                item.contents().caseTypes(),
                effect.indicators().stream().map(each -> indicator(each, model)).toList(),
                effect.events().stream()
                        .map(each -> new AxisEvent(
                                each.noted() ? "known_event" : "roadmap_item",
                                each.date(),
                                each.text().asMap()))
                        .toList());
        mapped.setStartDate(effect.start());
        mapped.setEventLogId(effect.eventLogId());
        mapped.setUnitKey(effect.unitId() == null ? null : effect.unitId().toString());
        return mapped;
    }

    private static IndicatorEffect indicator(ItemEffect.OfIndicator each, MaturityModel model) {
        List<ItemEffect.Month> months = each.months()
                .subList(
                        Math.max(0, each.months().size() - SHOWN), each.months().size());
        IndicatorEffect mapped = new IndicatorEffect(
                each.code(),
                AssessedMapper.indicatorName(each.code(), model),
                unit(each.code(), model),
                each.up() ? "up" : "down",
                code(each.state()),
                each.sentence().asMap(),
                months.stream().map(EffectMapper::month).toList(),
                compared(each, months),
                each.comparableUnits().stream().map(Text::asMap).toList());
        mapped.setPeriodOf(each.periodOf() == null ? null : code(each.periodOf()));
        Verdict verdict = each.verdict();
        if (verdict != null) {
            mapped.setVerdict(verdict(each, verdict));
            mapped.setLimits(limits(verdict.chart()));
        }
        return mapped;
    }

    private static String unit(String code, MaturityModel model) {
        return model.indicators().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> each.unit())
                .orElse("");
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static EffectMonth month(ItemEffect.Month month) {
        EffectMonth mapped =
                new EffectMonth(month.month().toString(), code(month.part()), month.counted() ? "counted" : "too_few");
        if (month.counted()) {
            mapped.setValue(month.value());
            mapped.setN(month.n());
        }
        mapped.setRule(month.rule() == 0 ? null : (Integer) month.rule());
        return mapped;
    }

    /** Only months that stand on the axis. */
    private static List<ComparedMonth> compared(ItemEffect.OfIndicator each, List<ItemEffect.Month> months) {
        List<ComparedMonth> compared = new ArrayList<>();
        each.compared().forEach(other -> {
            if (months.stream().anyMatch(month -> month.month().equals(other.month()))) {
                compared.add(new ComparedMonth(other.month().toString(), other.value(), other.n()));
            }
        });
        return compared;
    }

    private static EffectVerdict verdict(ItemEffect.OfIndicator each, Verdict verdict) {
        EffectVerdict mapped = new EffectVerdict(
                verdict.kind().code(),
                verdict.direction().code(),
                verdict.rung(),
                verdict.preliminary(),
                verdict.season().code(),
                verdict.baselinePeriods(),
                verdict.periodsAfter(),
                verdict.why().stream()
                        .map(why -> new RungObstacle(
                                why.rung(),
                                why.why().code(),
                                VerdictWords.why(why).asMap()))
                        .toList());
        mapped.setEarliestMonth(each.earliest() == null ? null : each.earliest().toString());
        mapped.setBefore(verdict.before());
        mapped.setAfter(verdict.after());
        DifferenceInDifferences compared = verdict.compared();
        if (compared != null) {
            mapped.setDifference(compared.difference());
            mapped.setChangeElsewhere(compared.unchanged());
        }
        InterruptedSeries interrupted = verdict.interrupted();
        if (interrupted != null) {
            mapped.setLevel(interval(interrupted.level()));
            mapped.setSlope(interval(interrupted.slope()));
        }
        return mapped;
    }

    private static EffectInterval interval(Interval interval) {
        return new EffectInterval(interval.estimate(), interval.low(), interval.high());
    }

    private static @Nullable XmrLimits limits(@Nullable XmrChart chart) {
        return chart == null
                ? null
                : new XmrLimits(
                        chart.centre(),
                        chart.upper(),
                        chart.lower(),
                        chart.meanRange(),
                        chart.rangeUpper(),
                        chart.upperCut(),
                        chart.lowerCut(),
                        chart.periods());
    }

    static RoadmapEffectSummary summary(ItemEffect effect, MaturityModel model, @Nullable Unit unit) {
        RoadmapItem item = effect.item();
        return new RoadmapEffectSummary(
                item.id(),
                item.title().asMap(),
                item.state().code(),
                unit == null ? Map.of("sv", "–") : AssessedMapper.unitName(unit),
                effect.start() == null ? item.startDate() : effect.start(),
                effect.indicators().stream().map(each -> verdict(each, model)).toList());
    }

    private static IndicatorVerdict verdict(ItemEffect.OfIndicator each, MaturityModel model) {
        IndicatorVerdict mapped = new IndicatorVerdict(
                each.code(),
                AssessedMapper.indicatorName(each.code(), model),
                each.up() ? "up" : "down",
                code(each.state()),
                each.sentence().asMap());
        Verdict verdict = each.verdict();
        if (verdict != null) {
            mapped.setKind(verdict.kind().code());
            mapped.setDirection(verdict.direction().code());
        }
        return mapped;
    }
}
