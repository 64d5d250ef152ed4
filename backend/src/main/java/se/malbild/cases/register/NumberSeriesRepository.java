// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Draws serial numbers without gaps (nummerserie, CASES §5): the row of the series is locked until the transaction of the registration
 * ends, so a rollback gives the number back. A sequence of the database would leave holes.
 */
@Singleton
public class NumberSeriesRepository {
    private final Jdbi jdbi;

    NumberSeriesRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The next serial of the year. Call it inside the transaction that uses the number. */
    public int next(UUID authorityId, String seriesKey, int year) {
        int serial = lock(authorityId, seriesKey, year).orElseGet(() -> {
            begin(authorityId, seriesKey, year);
            return lock(authorityId, seriesKey, year).orElseThrow();
        });
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE number_series SET next_serial = :next WHERE authority_id = :authority AND series_key = :series AND year = :year""")
                .bind("next", serial + 1)
                .bind("authority", authorityId)
                .bind("series", seriesKey)
                .bind("year", year)
                .execute());
        return serial;
    }

    private Optional<Integer> lock(UUID authorityId, String seriesKey, int year) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT next_serial FROM number_series
                 WHERE authority_id = :authority AND series_key = :series AND year = :year FOR UPDATE""")
                .bind("authority", authorityId)
                .bind("series", seriesKey)
                .bind("year", year)
                .mapTo(Integer.class)
                .findOne());
    }

    private void begin(UUID authorityId, String seriesKey, int year) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT IGNORE INTO number_series (authority_id, series_key, year, next_serial) VALUES (:authority, :series, :year, 1)""")
                .bind("authority", authorityId)
                .bind("series", seriesKey)
                .bind("year", year)
                .execute());
    }
}
