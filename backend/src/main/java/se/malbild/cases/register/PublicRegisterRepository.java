// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The register as the public may see it (diariet).
 *
 * <p>Source: offentlighets- och sekretesslagen (2009:400) 5 kap. 2 §: date and number are always shown; sender and subject are left out
 * where they would reveal what is secret. Masking is done in the query, so that nothing else ever leaves the database.
 */
@Singleton
public class PublicRegisterRepository {
    private static final String SELECT = """
        SELECT id, class_code, serial, year, arrival_date, registered_at,
               IF(secrecy_level = 'open', register_shown, 'withhold') AS shown,
               IF(secrecy_level = 'open' AND register_shown IN ('show', 'mask'), public_subject, NULL) AS subject,
               IF(secrecy_level = 'open' AND register_shown = 'show', register_sender, NULL) AS correspondent,
               secrecy_level = 'open' AND state = 'voided' AS voided
          FROM cases
         WHERE authority_id = :authority AND (register_until IS NULL OR register_until >= :today)""";

    private final Jdbi jdbi;

    PublicRegisterRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A line of the register.
     *
     * @param shown {@code show}, {@code mask} or {@code withhold}
     */
    public record EntryRow(
            UUID id,
            String classCode,
            int serial,
            int year,
            LocalDate arrivalDate,
            Instant registeredAt,
            String shown,
            @Nullable String subject,
            @Nullable String correspondent,
            boolean voided) {}

    /** The line of one case, as the public sees it on that day; none once it has left the register. */
    public Optional<EntryRow> of(UUID authorityId, UUID caseId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :case")
                .bind("authority", authorityId)
                .bind("case", caseId)
                .bind("today", today)
                .mapTo(EntryRow.class)
                .findOne());
    }

    /** Lines registered from {@code from} to before {@code to}, newest first, after the line given; without what has left the register. */
    public List<EntryRow> page(
            UUID authorityId,
            LocalDate today,
            Instant from,
            Instant to,
            @Nullable Instant beforeAt,
            @Nullable UUID beforeId,
            int limit) {
        String after = beforeAt == null
                ? ""
                : " AND registered_at <= :beforeAt AND (registered_at < :beforeAt OR id < :beforeId)";
        return jdbi.withHandle(handle -> {
            var sql = handle.createQuery(SELECT + " AND registered_at >= :from AND registered_at < :to" + after
                            + " ORDER BY registered_at DESC, id DESC LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("from", from)
                    .bind("to", to)
                    .bind("today", today)
                    .bind("limit", limit);
            if (beforeAt != null) {
                sql.bind("beforeAt", beforeAt).bind("beforeId", beforeId);
            }
            return sql.mapTo(EntryRow.class).list();
        });
    }
}
