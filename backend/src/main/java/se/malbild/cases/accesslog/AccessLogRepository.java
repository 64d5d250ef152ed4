// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.accesslog;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.register.RegistrationNumber;

/** Lines of the access log, read on their indexes. They are written by the writer of events alone, and never changed. */
@Singleton
public class AccessLogRepository {
    private final Jdbi jdbi;

    AccessLogRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A line.
     *
     * @param number absent where the payload has been disposed of
     */
    public record Line(
            UUID id,
            Instant occurredAt,
            String activity,
            UUID readerId,
            @Nullable String role,
            @Nullable String number,
            @Nullable UUID caseRef,
            String secrecyLevel,
            @Nullable String reason) {}

    /**
     * Which lines are wanted.
     *
     * @param reader absent = of everybody
     * @param number absent = of all cases
     * @param from not before
     * @param to before
     */
    record Filter(
            @Nullable UUID reader,
            RegistrationNumber.@Nullable Wanted number,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** How often somebody has read in a unit. */
    public record Count(UUID readerId, UUID unitId, int readings, int cases) {}

    /** Newest first, after the line given. */
    List<Line> page(UUID authorityId, Filter filter, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        List<String> cases = filter.number() == null ? List.of() : casesOf(authorityId, filter.number());
        if (filter.number() != null && cases.isEmpty()) {
            return List.of();
        }
        String sql = """
            SELECT id, occurred_at, activity, reader_id, role, JSON_VALUE(attributes, '$.number') AS number, case_ref, secrecy_level, reason
              FROM access_events WHERE authority_id = :authority"""
                + (filter.reader() == null ? "" : " AND reader_id = :reader")
                + (cases.isEmpty() ? "" : " AND case_ref IN (<cases>)")
                + (filter.from() == null ? "" : " AND occurred_at >= :from")
                + (filter.to() == null ? "" : " AND occurred_at < :to")
                + (before == null ? "" : " AND occurred_at <= :before AND (occurred_at < :before OR id < :beforeId)")
                + " ORDER BY occurred_at DESC, id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("authority", authorityId).bind("limit", limit);
            if (filter.reader() != null) {
                query.bind("reader", filter.reader());
            }
            if (!cases.isEmpty()) {
                query.bindList("cases", cases);
            }
            if (filter.from() != null) {
                query.bind("from", filter.from());
            }
            if (filter.to() != null) {
                query.bind("to", filter.to());
            }
            if (before != null) {
                query.bind("before", before).bind("beforeId", beforeId);
            }
            return query.mapTo(Line.class).list();
        });
    }

    /** Cases that bear the number. Whoever reads the whole log may know of them all. */
    private List<String> casesOf(UUID authorityId, RegistrationNumber.Wanted number) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                            "SELECT id FROM cases WHERE authority_id = :authority AND serial = :serial AND year = :year"
                                    + (number.classCode() == null ? "" : " AND class_code = :class") + " LIMIT 20")
                    .bind("authority", authorityId)
                    .bind("serial", number.serial())
                    .bind("year", number.year());
            if (number.classCode() != null) {
                query.bind("class", number.classCode());
            }
            return query.mapTo(String.class).list();
        });
    }

    /** Readings by person and unit in a period, of people acting for those units; most first. */
    List<Count> counts(UUID authorityId, List<UUID> units, Instant from, Instant to, int limit) {
        return units.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT reader_id, unit_id, COUNT(*) AS readings, COUNT(DISTINCT case_ref) AS cases FROM access_events
                         WHERE authority_id = :authority AND occurred_at >= :from AND occurred_at < :to AND unit_id IN (<units>)
                         GROUP BY reader_id, unit_id ORDER BY readings DESC, reader_id LIMIT :limit""")
                        .bind("authority", authorityId)
                        .bind("from", from)
                        .bind("to", to)
                        .bindList("units", units.stream().map(UUID::toString).toList())
                        .bind("limit", limit)
                        .mapTo(Count.class)
                        .list());
    }
}
