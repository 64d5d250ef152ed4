// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of frozen measurements. */
@Singleton
class MeasurementRepository {
    private final Jdbi jdbi;

    MeasurementRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A measurement as it was kept. */
    public record Row(Instant measuredAt, String content) {}

    void insert(
            UUID id, UUID authorityId, UUID assessmentId, UUID eventLogId, Instant at, String content, String hash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO measurements (id, authority_id, assessment_id, event_log_id, measured_at, content, content_hash)
                VALUES (:id, :authority, :assessment, :log, :at, :content, :hash)""")
                .bind("id", id)
                .bind("authority", authorityId)
                .bind("assessment", assessmentId)
                .bind("log", eventLogId)
                .bind("at", at)
                .bind("content", content)
                .bind("hash", hash)
                .execute());
    }

    /** The newest measurement of an assessment by that log. */
    Optional<Row> newest(UUID authorityId, UUID assessmentId, UUID eventLogId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT measured_at, content FROM measurements
                 WHERE assessment_id = :assessment AND authority_id = :authority AND event_log_id = :log ORDER BY id DESC LIMIT 1""")
                .bind("assessment", assessmentId)
                .bind("authority", authorityId)
                .bind("log", eventLogId)
                .mapTo(Row.class)
                .findOne());
    }
}
