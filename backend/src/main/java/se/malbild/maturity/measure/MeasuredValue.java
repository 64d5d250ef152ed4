// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.measure;

import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * The value of an indicator.
 *
 * @param code the indicator, or {@link Measurement#DIGITAL_IN}
 * @param value in the indicator's unit; absent where it could not be measured
 * @param n what it was computed over
 * @param reason why there is no value
 */
public record MeasuredValue(
        String code,
        @Nullable Double value,
        long n,
        @Nullable Text reason) {}
