// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of reminders to people. */
@Singleton
class NoticeRepository {
    private final Jdbi jdbi;

    NoticeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A reminder about a case (påminnelse).
     *
     * @param fromId who sent it; absent for a date that draws near
     * @param onBehalfOf whose case it is, where it is told to a substitute
     * @param due the date that draws near
     * @param daysBefore how many workdays before it the reminder is; one for each
     * @param openingId the emergency opening it tells of
     * @param reviewOverdue that it has not been reviewed in time
     */
    public record Notice(
            UUID id,
            UUID authorityId,
            UUID userId,
            UUID caseId,
            @Nullable UUID fromId,
            @Nullable UUID onBehalfOf,
            @Nullable String text,
            @Nullable LocalDate due,
            @Nullable Integer daysBefore,
            Instant createdAt,
            @Nullable UUID openingId,
            boolean reviewOverdue) {

        /** One that tells of no emergency opening. */
        Notice(
                UUID id,
                UUID authorityId,
                UUID userId,
                UUID caseId,
                @Nullable UUID fromId,
                @Nullable UUID onBehalfOf,
                @Nullable String text,
                @Nullable LocalDate due,
                @Nullable Integer daysBefore,
                Instant createdAt) {
            this(id, authorityId, userId, caseId, fromId, onBehalfOf, text, due, daysBefore, createdAt, null, false);
        }
    }

    /** Keeps it; false where the same person has had the same one of a date already. */
    boolean insert(Notice notice) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                INSERT IGNORE INTO case_notices (id, authority_id, user_id, case_id, from_id, on_behalf_of, text, due, days_before, created_at, opening_id, review_overdue)
                VALUES (:id, :authorityId, :userId, :caseId, :fromId, :onBehalfOf, :text, :due, :daysBefore, :createdAt, :openingId, :reviewOverdue)""").bindMethods(notice).execute())
                == 1;
    }

    /** Cases with an officer whose next date is {@code due} and of which the officer has not been reminded so yet; on the index of dates. */
    List<UUID> drawingNear(UUID authorityId, LocalDate due, int daysBefore, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT c.id FROM cases c FORCE INDEX (ix_cases_due)
                  LEFT JOIN case_notices n ON n.case_id = c.id AND n.user_id = c.officer_id AND n.due = :due AND n.days_before = :days
                 WHERE c.authority_id = :authority AND c.next_due = :due AND c.officer_id IS NOT NULL AND n.id IS NULL
                   AND c.state IN ('assigned', 'in_progress', 'decided', 'dispatched')
                 ORDER BY c.id LIMIT :limit""")
                .bind("authority", authorityId)
                .bind("due", due)
                .bind("days", daysBefore)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Those not put away, newest first, before {@code (before, beforeId)}. */
    List<Notice> unread(UUID authorityId, UUID userId, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        String earlier =
                before == null ? "" : " AND created_at <= :before AND (created_at < :before OR id < :beforeId)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("""
                    SELECT id, authority_id, user_id, case_id, from_id, on_behalf_of, text, due, days_before, created_at, opening_id, review_overdue FROM case_notices
                     WHERE authority_id = :authority AND user_id = :user AND read_at IS NULL""" + earlier + " ORDER BY created_at DESC, id DESC LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("user", userId)
                    .bind("limit", limit);
            if (before != null) {
                query.bind("before", before).bind("beforeId", beforeId);
            }
            return query.map((rs, context) -> {
                        String principal = rs.getString("on_behalf_of");
                        String from = rs.getString("from_id");
                        String opening = rs.getString("opening_id");
                        return new Notice(
                                UUID.fromString(rs.getString("id")),
                                UUID.fromString(rs.getString("authority_id")),
                                UUID.fromString(rs.getString("user_id")),
                                UUID.fromString(rs.getString("case_id")),
                                from == null ? null : UUID.fromString(from),
                                principal == null ? null : UUID.fromString(principal),
                                rs.getString("text"),
                                rs.getObject("due", LocalDate.class),
                                rs.getObject("days_before", Integer.class),
                                rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                opening == null ? null : UUID.fromString(opening),
                                rs.getBoolean("review_overdue"));
                    })
                    .list();
        });
    }

    /** Whether it was there to put away. */
    boolean read(UUID authorityId, UUID userId, UUID id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE case_notices SET read_at = COALESCE(read_at, :now)
                 WHERE id = :id AND authority_id = :authority AND user_id = :user""")
                        .bind("now", now)
                        .bind("id", id)
                        .bind("authority", authorityId)
                        .bind("user", userId)
                        .execute())
                > 0;
    }
}
