// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventClass;

/**
 * One indicator measured in a log, or why it is not.
 *
 * @param code code in the model, e.g. {@code I08}
 * @param value in the model's unit; absent where not measured
 * @param n cases, events or units it is about, as the model's {@code grain} says; for {@code minCount}
 * @param period first to last event of the cases; absent where there are none
 * @param notMeasuredReasonKey {@code mapping_not_confirmed}, {@code classes_not_mapped}, {@code end_not_known}, {@code attribute_missing},
 *     {@code not_in_events}, {@code too_few} or {@code no_such_indicator}; absent where measured
 * @param missingClasses classes that no activity is mapped to
 */
public record IndicatorValue(
        String code,
        @Nullable Double value,
        long n,
        @Nullable Period period,
        @Nullable String notMeasuredReasonKey,
        List<EventClass> missingClasses) {
    /** Stands in the place of a code for the share of closed cases that came in digitally; no indicator of the model. */
    public static final String DIGITAL_IN = "digitalIn";

    /** Whether it has a value. */
    public boolean measured() {
        return value != null;
    }
}
