// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it stood when an item was started (utgångsläge), or why there is none. Written once.
 *
 * @param change which way it should move: {@code up} or {@code down}
 * @param state {@code measured}, {@code too_few}, {@code not_measurable} or {@code no_log}
 * @param value in {@code unit}
 * @param n cases, events or units behind it
 * @param level the level it indicates
 */
public record BaselineValue(
        String indicator,
        String change,
        String state,
        @Nullable Double value,
        @Nullable String unit,
        long n,
        @Nullable Integer level,
        @Nullable UUID eventLogId,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        Instant measuredAt) {}
