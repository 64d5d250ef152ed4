// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.kernel;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** The month on the local clock of many instants: each month's limits are worked out once. Used by one thread. */
public final class LocalMonths {
    private final ZoneId zone;
    private final TreeMap<Long, Month> starts = new TreeMap<>();

    public LocalMonths(ZoneId zone) {
        this.zone = zone;
    }

    /** @param end microseconds since 1970 at which the next month begins */
    private record Month(YearMonth month, long end) {}

    /** The month of microseconds since 1970. */
    public YearMonth of(long micros) {
        Map.Entry<Long, Month> known = starts.floorEntry(micros);
        if (known != null && micros < known.getValue().end()) {
            return known.getValue().month();
        }
        YearMonth month =
                YearMonth.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone));
        starts.put(start(month), new Month(month, start(month.plusMonths(1))));
        return month;
    }

    private long start(YearMonth month) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, month.atDay(1).atStartOfDay(zone).toInstant());
    }
}
