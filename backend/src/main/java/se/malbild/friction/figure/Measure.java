// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import org.jspecify.annotations.Nullable;

/**
 * One measure (mått) of the cases kept, or why it is not measured.
 *
 * @param unit {@code seconds} or {@code share}
 * @param value median in seconds, or the share
 * @param p90 of times, in seconds
 * @param n what it is about
 * @param cases cases that a share counts
 * @param excluded cases left out because their times go backwards
 * @param filter what gives its cases
 */
public record Measure(
        String key,
        String unit,
        @Nullable Double value,
        @Nullable Double p90,
        long n,
        @Nullable Long cases,
        long excluded,
        @Nullable NotMeasured notMeasured,
        @Nullable Way filter) {

    static Measure missing(String key, String unit, NotMeasured why) {
        return new Measure(key, unit, null, null, 0, null, 0, why, null);
    }
}
