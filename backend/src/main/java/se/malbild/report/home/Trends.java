// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.friction.indicator.IndicatorValue;
import se.malbild.friction.indicator.Indicators;
import se.malbild.friction.indicator.Period;
import se.malbild.friction.mined.EventLogs;
import se.malbild.improvement.roadmap.BaselineValue;
import se.malbild.improvement.roadmap.RoadmapItem;
import se.malbild.maturity.model.Indicator;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.MaturityModels;
import se.malbild.maturity.scoring.IndicatorLevel;
import se.malbild.platform.problem.ProblemException;

/**
 * Three figures and which way they go: those that the roadmap should move first, then what one asks first. Compared with the baseline of
 * the roadmap where there is one, otherwise with the log before. A change below a twentieth is called unchanged; whether a change is more
 * than chance is for the effect follow-up to say.
 */
@Singleton
class Trends {
    private static final String READ = "friction:read";
    private static final int SHOWN = 3;
    private static final int LOGS = 20;
    private static final double UNCHANGED = 0.05;
    private static final List<String> ASKED_FIRST = List.of("I10", "I09", "I04", "I16", "I08", "I17", "I13", "I11");

    private final Indicators indicators;
    private final EventLogs logs;
    private final MaturityModels models;
    /** Measuring a large log takes a while and the start page is opened often. */
    private final Cache<Key, List<IndicatorValue>> measured = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(5))
            .maximumSize(1_000)
            .build();

    Trends(Indicators indicators, EventLogs logs, MaturityModels models) {
        this.indicators = indicators;
        this.logs = logs;
        this.models = models;
    }

    private record Key(UUID userId, UUID logId, long cases, long version) {}

    /**
     * A figure and which way it goes.
     *
     * @param direction {@code better}, {@code worse}, {@code unchanged} or {@code too_early}
     * @param comparedWith {@code baseline} or {@code previous_log}; absent where there is nothing to compare with
     */
    record Trend(
            Indicator indicator,
            double value,
            long n,
            @Nullable Double previous,
            String direction,
            @Nullable String comparedWith,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            UUID eventLogId) {}

    /** At most three, of a log that the caller may see figures of. */
    List<Trend> of(Caller caller, LoopReading.Standing standing) {
        if (!caller.may(READ)) {
            return List.of();
        }
        List<EventLogs.Listed> listed = logs.list(caller, null, null, LOGS).stream()
                .filter(each -> each.mappingConfirmed() && each.cases() > 0)
                .toList();
        EventLogs.Listed newest = newest(standing, listed);
        if (newest == null) {
            return List.of();
        }
        EventLogs.Listed before = listed.stream()
                .filter(each -> !each.own()
                        && !newest.own()
                        && each.unitId().equals(newest.unitId())
                        && each.createdAt().isBefore(newest.createdAt()))
                .findFirst()
                .orElse(null);
        MaturityModel model = standing.assessed() == null
                ? models.current()
                : standing.assessed().model();
        List<IndicatorValue> now = measure(caller, newest);
        List<IndicatorValue> then = before == null ? List.of() : measure(caller, before);
        List<Trend> trends = new ArrayList<>();
        for (String code : wanted(standing)) {
            if (trends.size() < SHOWN) {
                trend(code, model, now, then, standing.items(), newest.id()).ifPresent(trends::add);
            }
        }
        return trends;
    }

    private static EventLogs.@Nullable Listed newest(LoopReading.Standing standing, List<EventLogs.Listed> listed) {
        UUID chosen = standing.assessed() == null
                ? null
                : standing.assessed().assessment().eventLogId();
        return listed.stream()
                .filter(each -> each.id().equals(chosen))
                .findFirst()
                .or(() -> listed.stream().filter(each -> !each.own()).findFirst())
                .or(() -> listed.stream().findFirst())
                .orElse(null);
    }

    /** What the caller may see of it; nothing where that would be about too few. */
    private List<IndicatorValue> measure(Caller caller, EventLogs.Listed log) {
        return measured.get(new Key(caller.userId(), log.id(), log.cases(), log.version()), key -> {
            try {
                return indicators.measure(caller, log.id(), null).values();
            } catch (ProblemException tooFewOrGone) {
                return List.of();
            }
        });
    }

    private static Set<String> wanted(LoopReading.Standing standing) {
        Set<String> codes = new LinkedHashSet<>();
        standing.items().stream()
                .filter(each -> !each.baseline().isEmpty())
                .forEach(each -> each.baseline().forEach(value -> codes.add(value.indicator())));
        codes.addAll(ASKED_FIRST);
        return codes;
    }

    private static Optional<Trend> trend(
            String code,
            MaturityModel model,
            List<IndicatorValue> now,
            List<IndicatorValue> then,
            List<RoadmapItem> items,
            UUID log) {
        Indicator indicator = model.indicators().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        IndicatorValue found = find(code, now);
        Double value = found == null ? null : found.value();
        if (indicator == null || found == null || value == null || found.n() < indicator.minCount()) {
            return Optional.empty();
        }
        BaselineValue baseline = items.stream()
                .flatMap(each -> each.baseline().stream())
                .filter(each -> each.indicator().equals(code) && each.value() != null && newer(found, each))
                .findFirst()
                .orElse(null);
        IndicatorValue earlier = find(code, then);
        Double previous = baseline != null
                ? baseline.value()
                : earlier != null && earlier.n() >= indicator.minCount() ? earlier.value() : null;
        String with = previous == null ? null : baseline != null ? "baseline" : "previous_log";
        Period period = found.period();
        return Optional.of(new Trend(
                indicator,
                value,
                found.n(),
                previous,
                direction(indicator, value, previous),
                with,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                log));
    }

    /** The same days tell nothing new. */
    private static boolean newer(IndicatorValue now, BaselineValue baseline) {
        Period period = now.period();
        return period != null && baseline.periodTo() != null && period.to().isAfter(baseline.periodTo());
    }

    private static @Nullable IndicatorValue find(String code, List<IndicatorValue> measured) {
        return measured.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    static String direction(Indicator indicator, double value, @Nullable Double previous) {
        if (previous == null) {
            return "too_early";
        }
        double change = value - previous;
        if (Math.abs(change) <= UNCHANGED * Math.max(Math.abs(previous), Math.abs(value))) {
            return "unchanged";
        }
        return change > 0 == (indicator.direction() == IndicatorLevel.Direction.HIGHER) ? "better" : "worse";
    }
}
