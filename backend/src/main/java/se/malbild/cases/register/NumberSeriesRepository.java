// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
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

    /**
     * The next serial of the year; the first one begins the series. Call it inside the transaction that uses the number, as late as can
     * be: everybody else who registers in the series waits until that transaction ends.
     */
    public int next(UUID authorityId, String seriesKey, int year) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO number_series (authority_id, series_key, year, next_serial) VALUES (:authority, :series, :year, 2)
                ON DUPLICATE KEY UPDATE next_serial = next_serial + 1
                RETURNING next_serial - 1""")
                .bind("authority", authorityId)
                .bind("series", seriesKey)
                .bind("year", year)
                .mapTo(Integer.class)
                .one());
    }
}
