// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.unit.Units;
import se.malbild.friction.indicator.IndicatorValue;
import se.malbild.friction.indicator.Indicators;
import se.malbild.friction.indicator.Period;
import se.malbild.friction.mined.EventLogs;
import se.malbild.improvement.recommendation.Recommendation;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.platform.problem.ProblemException;

/** Measures the indicators of an item as it is started; what cannot be measured says so. */
@Singleton
class Baselines {
    private static final String READ = "friction:read";
    private static final int LOGS = 50;

    private final Indicators indicators;
    private final EventLogs logs;
    private final Units units;

    Baselines(Indicators indicators, EventLogs logs, Units units) {
        this.indicators = indicators;
        this.logs = logs;
        this.units = units;
    }

    /** The item's indicators on a log: the one asked for (422 where it is not there), otherwise the newest that can be measured. */
    List<BaselineValue> measure(
            Caller caller, RoadmapItem item, MaturityModel model, @Nullable UUID asked, Instant at) {
        if (asked != null && !sees(caller, asked)) {
            throw ProblemException.ruleBroken(
                    "/eventLogId", "not_found", "Händelseloggen finns inte.", "The event log does not exist.");
        }
        List<Recommendation.Expected> wanted = item.contents().indicators();
        Optional<UUID> log =
                wanted.isEmpty() ? Optional.empty() : Optional.ofNullable(asked).or(() -> newest(caller));
        if (log.isEmpty()) {
            return wanted.stream()
                    .map(each -> nothing(each, "no_log", null, at))
                    .toList();
        }
        boolean whole = units.get(item.authorityId(), item.unitId()).parentId() == null;
        List<IndicatorValue> measured =
                indicators.measure(item.authorityId(), log.get(), whole ? null : item.unitId(), at);
        List<BaselineValue> values = new ArrayList<>();
        wanted.forEach(each -> values.add(measured.stream()
                .filter(found -> found.code().equals(each.indicator()))
                .findFirst()
                .map(found -> value(each, found, model, log.get(), at))
                .orElseGet(() -> nothing(each, "not_measurable", log.get(), at))));
        return values;
    }

    private static BaselineValue value(
            Recommendation.Expected expected, IndicatorValue found, MaturityModel model, UUID log, Instant at) {
        Optional<Indicator> indicator = model.indicators().stream()
                .filter(each -> each.code().equals(expected.indicator()))
                .findFirst();
        Double number = found.value();
        if (number == null || indicator.isEmpty()) {
            return nothing(
                    expected, "too_few".equals(found.notMeasuredReasonKey()) ? "too_few" : "not_measurable", log, at);
        }
        Integer place = indicator.get().place(number, found.n());
        Period period = found.period();
        return new BaselineValue(
                expected.indicator(),
                expected.change(),
                place == null ? "too_few" : "measured",
                number,
                indicator.get().unit(),
                found.n(),
                place,
                log,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                at);
    }

    private static BaselineValue nothing(Recommendation.Expected expected, String why, @Nullable UUID log, Instant at) {
        return new BaselineValue(
                expected.indicator(), expected.change(), why, null, null, 0, null, log, null, null, at);
    }

    private boolean sees(Caller caller, UUID log) {
        if (!caller.may(READ)) {
            return false;
        }
        try {
            logs.get(caller, log);
            return true;
        } catch (ProblemException gone) {
            return false;
        }
    }

    /** The log with the newest event: the effect is read on the same log, so it must still grow where one does. */
    private Optional<UUID> newest(Caller caller) {
        List<EventLogs.Listed> listed = caller.may(READ) ? logs.list(caller, null, null, LOGS) : List.of();
        return listed.stream()
                .filter(each -> each.lastAt() != null && (each.own() ? each.cases() > 0 : each.mappingConfirmed()))
                .max(Comparator.comparing(each -> Objects.requireNonNullElse(each.lastAt(), Instant.EPOCH)))
                .map(EventLogs.Listed::id);
    }
}
