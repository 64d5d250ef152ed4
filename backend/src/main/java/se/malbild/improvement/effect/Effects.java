// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.effect;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.friction.indicator.IndicatorMonths;
import se.malbild.friction.indicator.IndicatorSeries;
import se.malbild.friction.mined.EventLogs;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.effect.kernel.Evaluation;
import se.malbild.improvement.effect.kernel.Point;
import se.malbild.improvement.effect.kernel.Verdict;
import se.malbild.improvement.effect.kernel.XmrChart;
import se.malbild.improvement.event.KnownEvents;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.improvement.roadmap.BaselineValue;
import se.malbild.improvement.roadmap.Roadmap;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.Text;
import se.malbild.platform.problem.ProblemException;

/**
 * Reads the effect of items of the roadmap, on the log their baseline was measured on. The figures are the same for all who may see the
 * item: of months with at least 30 cases, secret ones left out.
 */
@Singleton
public class Effects {
    private static final int NEAR_MONTHS = 2;

    private final IndicatorSeries series;
    private final ComparableUnits comparable;
    private final KnownEvents known;
    private final Roadmap roadmap;
    private final AssessedReading assessments;
    private final EventLogs logs;
    private final Units units;
    private final Clock clock;

    Effects(
            IndicatorSeries series,
            ComparableUnits comparable,
            KnownEvents known,
            Roadmap roadmap,
            AssessedReading assessments,
            EventLogs logs,
            Units units,
            Clock clock) {
        this.series = series;
        this.comparable = comparable;
        this.known = known;
        this.roadmap = roadmap;
        this.assessments = assessments;
        this.logs = logs;
        this.units = units;
        this.clock = clock;
    }

    /** What several items share, read once. */
    private record Context(List<RoadmapItem> begun, Map<UUID, Unit> tree) {}

    /** The effect of one item that the reader may see. */
    public ItemEffect of(RoadmapItem item) {
        return of(List.of(item)).getFirst();
    }

    /** The effect of items of one authority. */
    public List<ItemEffect> of(List<RoadmapItem> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        UUID authorityId = items.getFirst().authorityId();
        Map<UUID, Unit> tree = new HashMap<>();
        units.tree(authorityId, true).forEach(unit -> tree.put(unit.id(), unit));
        Context context = new Context(roadmap.begun(authorityId), tree);
        return items.stream().map(item -> effect(item, context)).toList();
    }

    private ItemEffect effect(RoadmapItem item, Context context) {
        LocalDate start = item.startedOn();
        List<ItemEffect.AxisEvent> axis = axis(item, context);
        boolean near = start != null && axis.stream().anyMatch(each -> isNear(start, each.date()));
        UUID log = logOf(item);
        Unit unit = context.tree().get(item.unitId());
        UUID only = unit == null || unit.parentId() == null ? null : unit.id();
        MaturityModel model = roadmap.model(item);
        List<ItemEffect.OfIndicator> indicators = new ArrayList<>();
        for (Recommendation.Expected expected : item.contents().indicators()) {
            Reading reading = new Reading(item, context, start, near, log, only, expected, indicator(expected, model));
            indicators.add(read(reading));
        }
        return new ItemEffect(item, start, log, only, indicators, axis);
    }

    /** What one indicator is read with. */
    private record Reading(
            RoadmapItem item,
            Context context,
            @Nullable LocalDate start,
            boolean near,
            @Nullable UUID log,
            @Nullable UUID unit,
            Recommendation.Expected expected,
            Optional<Indicator> indicator) {

        boolean up() {
            return expected.change().equals("up");
        }

        int minCount() {
            return indicator.map(Indicator::minCount).orElse(0);
        }

        String unitOfMeasure() {
            return indicator.map(Indicator::unit).orElse("");
        }
    }

    private ItemEffect.OfIndicator read(Reading reading) {
        if (reading.log() == null) {
            return notMeasured(
                    reading,
                    new Text(
                            "Mäts inte: det finns ingen händelselogg att räkna i.",
                            "Not measured: there is no event log to count in."));
        }
        Set<UUID> here = reading.unit() == null
                ? Set.of()
                : units.withBelow(reading.item().authorityId(), reading.unit());
        IndicatorMonths months;
        try {
            months = months(reading, here, Set.copyOf(reading.item().contents().caseTypes()));
        } catch (ProblemException gone) {
            return notMeasured(
                    reading,
                    new Text(
                            "Mäts inte: händelseloggen finns inte längre.",
                            "Not measured: the event log is no longer there."));
        }
        if (months.notMeasuredReasonKey() != null) {
            return notMeasured(reading, reason(months.notMeasuredReasonKey()));
        }
        MonthsAround around = MonthsAround.of(reading.start(), months.months(), reading.minCount());
        return reading.start() == null ? notStarted(reading, months, around) : judged(reading, months, around);
    }

    private IndicatorMonths months(Reading reading, Set<UUID> unitIds, Set<String> caseTypes) {
        UUID log = reading.log();
        if (log == null) {
            throw ProblemException.notFound();
        }
        return series.months(
                reading.item().authorityId(),
                log,
                reading.expected().indicator(),
                new IndicatorSeries.Which(unitIds, caseTypes));
    }

    private ItemEffect.OfIndicator judged(Reading reading, IndicatorMonths months, MonthsAround around) {
        ComparableUnits.Found others = months.own() ? comparable(reading) : ComparableUnits.Found.NONE;
        List<ItemEffect.Compared> compared = others.units().isEmpty()
                ? List.of()
                : compared(months(reading, others.units(), others.caseTypes()), reading.minCount());
        Verdict verdict = new Evaluation(
                        around.counted(ItemEffect.Part.BEFORE),
                        around.counted(ItemEffect.Part.AFTER),
                        reading.unitOfMeasure().equals("share"),
                        reading.up(),
                        others.units().isEmpty()
                                ? null
                                : compared.stream()
                                        .map(each -> new Point(each.month(), each.value()))
                                        .toList(),
                        reading.near())
                .verdict();
        YearMonth earliest = verdict.kind() == Verdict.Kind.TOO_EARLY ? around.earliest(months.lastWhole()) : null;
        VerdictWords words = new VerdictWords(
                verdict,
                reading.unitOfMeasure(),
                reading.up(),
                earliest,
                around.mostAreTooFew(),
                !months.own() && endsEarly(months.lastWhole()),
                others.names());
        return new ItemEffect.OfIndicator(
                reading.expected().indicator(),
                reading.up(),
                ItemEffect.State.JUDGED,
                words.sentence(),
                verdict,
                earliest,
                months.periodOf(),
                marked(around, verdict.chart()),
                compared,
                others.names());
    }

    private ComparableUnits.Found comparable(Reading reading) {
        UUID log = reading.log();
        return log == null || reading.unit() == null
                ? ComparableUnits.Found.NONE
                : comparable.of(reading.item(), log, reading.context().begun());
    }

    private static List<ItemEffect.Compared> compared(IndicatorMonths months, int minCount) {
        return MonthsAround.counted(months.months(), minCount).stream()
                .map(each -> new ItemEffect.Compared(
                        each.month().month(), each.point().value(), each.month().n()))
                .toList();
    }

    private boolean endsEarly(@Nullable YearMonth lastWhole) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM));
        return lastWhole == null || lastWhole.isBefore(now.minusMonths(1));
    }

    /** Months with the rule by which each is a signal against the chart of the months before. */
    private static List<ItemEffect.Month> marked(MonthsAround around, @Nullable XmrChart chart) {
        Map<YearMonth, Integer> rules = new HashMap<>();
        if (chart != null) {
            for (ItemEffect.Part part : List.of(ItemEffect.Part.BEFORE, ItemEffect.Part.AFTER)) {
                List<Point> points = around.counted(part);
                chart.signals(points.stream().mapToDouble(Point::value).toArray())
                        .forEach(signal -> rules.put(points.get(signal.index()).month(), signal.rule()));
            }
        }
        return around.months().stream()
                .map(each -> new ItemEffect.Month(
                        each.month().month(),
                        each.part(),
                        each.counted(),
                        each.counted() ? each.month().value() : null,
                        each.counted() ? each.month().n() : 0,
                        rules.getOrDefault(each.month().month(), 0)))
                .toList();
    }

    private static ItemEffect.OfIndicator notStarted(Reading reading, IndicatorMonths months, MonthsAround around) {
        int counted = around.counted(ItemEffect.Part.BEFORE).size();
        boolean enough = counted >= XmrChart.FEWEST;
        return new ItemEffect.OfIndicator(
                reading.expected().indicator(),
                reading.up(),
                ItemEffect.State.NOT_STARTED,
                new Text(
                        "Åtgärden har inte startat. %d månader går att räkna och utgångsläget kräver %d%s"
                                .formatted(counted, XmrChart.FEWEST, enough ? ": det räcker." : "."),
                        "The item has not been started. %d months can be counted and a baseline takes %d%s"
                                .formatted(counted, XmrChart.FEWEST, enough ? ": that is enough." : ".")),
                null,
                null,
                months.periodOf(),
                marked(around, null),
                List.of(),
                List.of());
    }

    private static ItemEffect.OfIndicator notMeasured(Reading reading, Text why) {
        return new ItemEffect.OfIndicator(
                reading.expected().indicator(),
                reading.up(),
                ItemEffect.State.NOT_MEASURED,
                why,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static Text reason(String key) {
        return switch (key) {
            case "mapping_not_confirmed" ->
                new Text(
                        "Mäts inte: loggens aktiviteter är inte kopplade till händelseklasser än.",
                        "Not measured: the log's activities are not mapped to event classes yet.");
            case "classes_not_mapped" ->
                new Text(
                        "Mäts inte: loggen saknar händelser som måttet räknas på.",
                        "Not measured: the log lacks events that the measure is counted on.");
            case "end_not_known" ->
                new Text(
                        "Mäts inte: det är inte angivet vad som avslutar ett ärende.",
                        "Not measured: it is not stated what ends a case.");
            case "attribute_missing" ->
                new Text(
                        "Mäts inte: loggen säger inte hur ärendena kom in.",
                        "Not measured: the log does not tell how the cases came in.");
            case "not_in_events" ->
                new Text(
                        "Mäts inte: det framgår inte av händelserna.",
                        "Not measured: it cannot be told from the events.");
            case "not_by_month" ->
                new Text(
                        "Följs inte månad för månad: måttet gäller många ärenden tillsammans.",
                        "Not followed month by month: the measure is of many cases together.");
            case "no_such_indicator" ->
                new Text("Mäts inte: det finns inget sådant mått.", "Not measured: there is no such indicator.");
            default -> new Text("Mäts inte: det finns inga sådana ärenden.", "Not measured: there are no such cases.");
        };
    }

    /** The log of the baseline, otherwise the assessment's, otherwise the one of own cases. */
    private @Nullable UUID logOf(RoadmapItem item) {
        return item.baseline().stream()
                .map(BaselineValue::eventLogId)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(item.assessmentId())
                        .flatMap(id -> assessments.find(item.authorityId(), id))
                        .flatMap(each -> Optional.ofNullable(each.assessment().eventLogId())))
                .or(() -> logs.findOwn(item.authorityId()))
                .orElse(null);
    }

    private static Optional<Indicator> indicator(Recommendation.Expected expected, MaturityModel model) {
        return model.indicators().stream()
                .filter(each -> each.code().equals(expected.indicator()))
                .findFirst();
    }

    private static boolean isNear(LocalDate start, LocalDate event) {
        return Math.abs(YearMonth.from(start).until(YearMonth.from(event), ChronoUnit.MONTHS)) <= NEAR_MONTHS;
    }

    /** Known events of the unit, those above and below it and the whole authority, and other items meant to move the same indicators. */
    private List<ItemEffect.AxisEvent> axis(RoadmapItem item, Context context) {
        Set<UUID> related = new HashSet<>(units.withBelow(item.authorityId(), item.unitId()));
        for (Unit at = context.tree().get(item.unitId()); at != null; ) {
            related.add(at.id());
            at = at.parentId() == null ? null : context.tree().get(at.parentId());
        }
        List<ItemEffect.AxisEvent> axis = new ArrayList<>();
        known.concerning(item.authorityId(), related)
                .forEach(each ->
                        axis.add(new ItemEffect.AxisEvent(true, each.date(), new Text(each.words(), each.words()))));
        Set<String> codes = codes(item);
        context.begun().stream()
                .filter(each -> !each.id().equals(item.id())
                        && related.contains(each.unitId())
                        && codes(each).stream().anyMatch(codes::contains))
                .forEach(each -> {
                    LocalDate day = each.startedOn();
                    if (day != null) {
                        axis.add(new ItemEffect.AxisEvent(false, day, each.title()));
                    }
                });
        axis.sort(Comparator.comparing(ItemEffect.AxisEvent::date));
        return axis;
    }

    private static Set<String> codes(RoadmapItem item) {
        Set<String> codes = new HashSet<>();
        item.contents().indicators().forEach(each -> codes.add(each.indicator()));
        return codes;
    }
}
