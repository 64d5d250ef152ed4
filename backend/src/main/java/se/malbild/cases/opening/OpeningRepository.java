// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.opening;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of openings. */
@Singleton
class OpeningRepository {
    private static final String SELECT = """
        SELECT id, authority_id, case_id, unit_id, user_id, kind, reason, opened_at, expires_at, review_due, reviewed_by, reviewed_at,
               finding, review_note FROM case_openings WHERE authority_id = :authority""";

    private final Jdbi jdbi;

    OpeningRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Opening opening) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_openings (id, authority_id, case_id, unit_id, user_id, kind, reason, opened_at, expires_at, review_due)
                VALUES (:id, :authorityId, :caseId, :unitId, :userId, :kindCode, :reason, :openedAt, :expiresAt, :reviewDue)""").bindMethods(opening).execute());
    }

    /** Whether one of the person's in an emergency has not run out. */
    boolean runs(UUID authorityId, UUID userId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT EXISTS (SELECT 1 FROM case_openings
                 WHERE authority_id = :authority AND user_id = :user AND expires_at > :now AND kind = 'emergency')""")
                .bind("authority", authorityId)
                .bind("user", userId)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    Optional<Opening> lock(UUID authorityId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id AND kind = 'emergency' FOR UPDATE")
                .bind("authority", authorityId)
                .bind("id", id)
                .mapTo(Opening.class)
                .findOne());
    }

    /**
     * Those made in an emergency, newest first.
     *
     * @param units only of cases of those units; absent = of all
     */
    List<Opening> page(
            UUID authorityId,
            @Nullable List<UUID> units,
            boolean waitingOnly,
            @Nullable Instant before,
            @Nullable UUID beforeId,
            int limit) {
        if (units != null && units.isEmpty()) {
            return List.of();
        }
        String sql = SELECT + " AND kind = 'emergency'"
                + (waitingOnly ? " AND reviewed_at IS NULL" : "")
                + (units == null ? "" : " AND unit_id IN (<units>)")
                + (before == null ? "" : " AND opened_at <= :before AND (opened_at < :before OR id < :beforeId)")
                + " ORDER BY opened_at DESC, id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("authority", authorityId).bind("limit", limit);
            if (units != null) {
                query.bindList("units", units.stream().map(UUID::toString).toList());
            }
            if (before != null) {
                query.bind("before", before).bind("beforeId", beforeId);
            }
            return query.mapTo(Opening.class).list();
        });
    }

    /** Those whose review is late and of which nobody has been told, oldest first. */
    List<UUID> toAlarm(UUID authorityId, LocalDate today, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id FROM case_openings
                 WHERE authority_id = :authority AND reviewed_at IS NULL AND review_due < :today AND alarmed_at IS NULL
                   AND kind = 'emergency'
                 ORDER BY review_due, id LIMIT :limit""")
                .bind("authority", authorityId)
                .bind("today", today)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Keeps that the alarm is raised; false where it was already. */
    boolean alarmed(UUID authorityId, UUID id, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE case_openings SET alarmed_at = :at WHERE id = :id AND authority_id = :authority AND alarmed_at IS NULL""")
                        .bind("at", at)
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .execute())
                == 1;
    }

    /** How many reviews are late, of cases of those units; absent = of all. Counted to {@code most}. */
    int overdue(UUID authorityId, @Nullable List<UUID> units, LocalDate today, int most) {
        if (units != null && units.isEmpty()) {
            return 0;
        }
        String sql =
                "SELECT COUNT(*) FROM (SELECT 1 FROM case_openings WHERE authority_id = :authority AND reviewed_at IS NULL"
                        + " AND review_due < :today AND kind = 'emergency'"
                        + (units == null ? "" : " AND unit_id IN (<units>)") + " LIMIT :most) late";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("authority", authorityId)
                    .bind("today", today)
                    .bind("most", most);
            if (units != null) {
                query.bindList("units", units.stream().map(UUID::toString).toList());
            }
            return query.mapTo(Integer.class).one();
        });
    }

    void review(UUID authorityId, UUID id, UUID by, Instant at, Opening.Finding finding, String note) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_openings SET reviewed_by = :by, reviewed_at = :at, finding = :finding, review_note = :note
                 WHERE id = :id AND authority_id = :authority""")
                .bind("by", by)
                .bind("at", at)
                .bind("finding", finding.name().toLowerCase(Locale.ROOT))
                .bind("note", note)
                .bind("id", id)
                .bind("authority", authorityId)
                .execute());
    }
}
