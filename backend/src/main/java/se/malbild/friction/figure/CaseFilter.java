// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are kept. Every condition must hold; a condition keeps or leaves out whole cases.
 *
 * @param from first day, Europe/Stockholm
 * @param to last day
 * @param attributeValue with {@code attribute}; null = cases without it
 * @param unit key of a unit that has had at least one event
 * @param activities all of which the case contains
 * @param without none of which it contains
 * @param eventClasses codes of classes, of all of which it has an event
 * @param variant key of its path
 * @param edgeFrom with {@code edgeTo}: straight before it
 * @param minMicros shortest time
 * @param maxMicros time it stays below
 * @param humanOnly whether systems are left out of handovers, ping-pong, batches and hours
 * @param completeOnly whether only events that complete an activity count
 */
public record CaseFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        PeriodOf periodOf,
        @Nullable String attribute,
        @Nullable String attributeValue,
        @Nullable String unit,
        List<String> activities,
        List<String> without,
        List<String> eventClasses,
        boolean closedOnly,
        @Nullable String variant,
        @Nullable String edgeFrom,
        @Nullable String edgeTo,
        @Nullable Pattern pattern,
        @Nullable Long minMicros,
        @Nullable Long maxMicros,
        boolean humanOnly,
        boolean completeOnly) {

    /** All cases, people only. */
    public static final CaseFilter NOTHING = new CaseFilter(
            null,
            null,
            PeriodOf.ENDED,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            false);

    /** What must fall in the period. */
    public enum PeriodOf {
        STARTED,
        ENDED,
        TOUCHED
    }

    /** A pattern that is found in a case or not. */
    public enum Pattern {
        REWORK,
        UNIT_HANDOVER,
        PING_PONG,
        BOUNCE,
        AFTER_HOURS,
        BATCH;

        /** As in the contract. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
