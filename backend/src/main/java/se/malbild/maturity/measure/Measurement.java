// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.measure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.indicator.IndicatorValue;
import se.malbild.platform.Text;

/**
 * What an event log shows of a unit, at one time.
 *
 * @param frozen kept since the survey closed, not a value of now
 * @param reason why nothing is measured
 */
public record Measurement(
        @Nullable UUID eventLogId,
        @Nullable Instant measuredAt,
        boolean frozen,
        List<MeasuredValue> values,
        @Nullable Text reason) {
    /** Share of closed cases received by a digital channel; over the same cases as I04. */
    public static final String DIGITAL_IN = IndicatorValue.DIGITAL_IN;

    /** Nothing is measured. */
    static Measurement none(@Nullable UUID eventLogId, Text reason) {
        return new Measurement(eventLogId, null, false, List.of(), reason);
    }

    /** The value of an indicator, if it was tried. */
    public Optional<MeasuredValue> value(String code) {
        return values.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
