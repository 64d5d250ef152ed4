// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the numbers of cases and their series say about each other. */
@Singleton
public class NumberCheckRepository {
    private final Jdbi jdbi;

    NumberCheckRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many cases a series and year has, and the highest serial among them. */
    public record UsedRow(String seriesKey, int year, int cases, int highest) {}

    /** A series as it stands, with what its latest check found. */
    public record SeriesRow(
            String seriesKey,
            int year,
            int nextSerial,
            @Nullable Instant checkedAt,
            @Nullable String cause,
            @Nullable Integer caseCount,
            @Nullable Integer highestSerial,
            @Nullable Integer holeCount,
            @Nullable String holes,
            @Nullable Boolean repaired) {

        /** The first of the holes. */
        List<Integer> firstHoles() {
            String found = holes;
            return found == null || found.isEmpty()
                    ? List.of()
                    : Arrays.stream(found.split(",")).map(Integer::valueOf).toList();
        }
    }

    /** Each series and year from {@code fromYear} on that has cases; read from the index of numbers alone. */
    List<UsedRow> used(UUID authorityId, int fromYear) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT series_key, year, COUNT(*) AS cases, MAX(serial) AS highest FROM cases
                 WHERE authority_id = :authority AND year >= :from GROUP BY series_key, year""")
                .bind("authority", authorityId)
                .bind("from", fromYear)
                .mapTo(UsedRow.class)
                .list());
    }

    /** The first {@code most} serials below the highest that no case has. */
    List<Integer> holes(UUID authorityId, UsedRow series, int most) {
        List<Integer> holes = new ArrayList<>();
        jdbi.useHandle(handle -> {
            try (var serials = handle.createQuery("""
                    SELECT serial FROM cases WHERE authority_id = :authority AND series_key = :series AND year = :year ORDER BY serial""")
                    .bind("authority", authorityId)
                    .bind("series", series.seriesKey())
                    .bind("year", series.year())
                    .mapTo(Integer.class)
                    .iterator()) {
                int expected = 1;
                while (serials.hasNext() && holes.size() < most) {
                    int serial = serials.next();
                    for (; expected < serial && holes.size() < most; expected++) {
                        holes.add(expected);
                    }
                    expected = serial + 1;
                }
            }
        });
        return holes;
    }

    /** Sets the next serial above the highest used where it is not; true where it was changed. */
    boolean raise(UUID authorityId, UsedRow series) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                INSERT INTO number_series (authority_id, series_key, year, next_serial) VALUES (:authority, :series, :year, :next)
                ON DUPLICATE KEY UPDATE next_serial = GREATEST(next_serial, VALUES(next_serial))""")
                        .bind("authority", authorityId)
                        .bind("series", series.seriesKey())
                        .bind("year", series.year())
                        .bind("next", series.highest() + 1)
                        .execute())
                > 0;
    }

    /** The next serial; 0 where the series has no row. */
    int next(UUID authorityId, UsedRow series) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT next_serial FROM number_series WHERE authority_id = :authority AND series_key = :series AND year = :year""")
                .bind("authority", authorityId)
                .bind("series", series.seriesKey())
                .bind("year", series.year())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    void save(UUID authorityId, NumberCheck check) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                REPLACE INTO number_checks (authority_id, series_key, year, checked_at, cause, case_count, highest_serial, hole_count, holes,
                    repaired)
                VALUES (:authority, :seriesKey, :year, :checkedAt, :code, :caseCount, :highestSerial, :holeCount, :list, :repaired)""")
                .bind("authority", authorityId)
                .bindMethods(check)
                .bind("code", check.cause().code())
                .bind("list", check.holes().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .execute());
    }

    /** All series of the authority, newest year first. */
    List<SeriesRow> all(UUID authorityId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT s.series_key, s.year, s.next_serial, c.checked_at, c.cause, c.case_count, c.highest_serial, c.hole_count, c.holes,
                       c.repaired
                  FROM number_series s LEFT JOIN number_checks c USING (authority_id, series_key, year)
                 WHERE s.authority_id = :authority ORDER BY s.year DESC, s.series_key LIMIT 1000""")
                .bind("authority", authorityId)
                .mapTo(SeriesRow.class)
                .list());
    }
}
