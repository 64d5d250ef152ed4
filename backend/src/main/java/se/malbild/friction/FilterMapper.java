// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.api.model.ActorView;
import se.malbild.api.model.CasePattern;
import se.malbild.api.model.LifecycleView;
import se.malbild.api.model.PeriodOf;
import se.malbild.friction.figure.CaseFilter;

/** The contract's filter parameters → a filter. */
final class FilterMapper {
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    private FilterMapper() {}

    static CaseFilter filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PeriodOf periodOf,
            @Nullable String attribute,
            @Nullable String attributeValue,
            @Nullable String unit,
            @Nullable List<String> activity,
            @Nullable List<String> withoutActivity,
            @Nullable List<String> eventClass,
            @Nullable Boolean closedOnly,
            @Nullable String variant,
            @Nullable String edgeFrom,
            @Nullable String edgeTo,
            @Nullable CasePattern pattern,
            @Nullable BigDecimal minDurationSeconds,
            @Nullable BigDecimal maxDurationSeconds,
            @Nullable ActorView actors,
            @Nullable LifecycleView lifecycle) {
        return new CaseFilter(
                from,
                to,
                periodOf == null ? CaseFilter.PeriodOf.ENDED : CaseFilter.PeriodOf.valueOf(periodOf.name()),
                attribute,
                attributeValue,
                unit,
                list(activity),
                list(withoutActivity),
                list(eventClass),
                Boolean.TRUE.equals(closedOnly),
                variant,
                edgeFrom,
                edgeTo,
                pattern == null ? null : CaseFilter.Pattern.valueOf(pattern.name()),
                micros(minDurationSeconds),
                micros(maxDurationSeconds),
                actors != ActorView.ALL,
                lifecycle == LifecycleView.COMPLETE);
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static @Nullable Long micros(@Nullable BigDecimal seconds) {
        return seconds == null
                ? null
                : seconds.multiply(MICROS).setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
