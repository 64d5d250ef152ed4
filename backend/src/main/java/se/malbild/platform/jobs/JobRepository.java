// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of jobs. */
@Singleton
class JobRepository {
    private static final String COLUMNS = """
        SELECT id, authority_id, user_id, kind, input, state, progress_done, progress_total, progress_unit, cancel_requested, result,
               problem, created_at, finished_at FROM jobs""";

    private final Jdbi jdbi;

    JobRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID id, UUID authorityId, UUID userId, String kind, String input, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO jobs (id, authority_id, user_id, kind, input, state, created_at)
                VALUES (:id, :authority, :user, :kind, :input, 'queued', :now)""")
                .bind("id", id)
                .bind("authority", authorityId)
                .bind("user", userId)
                .bind("kind", kind)
                .bind("input", input)
                .bind("now", now)
                .execute());
    }

    Optional<Job> find(UUID authorityId, UUID userId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + " WHERE id = :id AND authority_id = :authority AND user_id = :user")
                .bind("id", id)
                .bind("authority", authorityId)
                .bind("user", userId)
                .mapTo(Job.class)
                .findOne());
    }

    /** Newest first, those before {@code (before, beforeId)}. */
    List<Job> page(UUID authorityId, UUID userId, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        String from = before == null ? "" : "AND created_at <= :before AND (created_at < :before OR id < :beforeId)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(COLUMNS + " WHERE authority_id = :authority AND user_id = :user " + from
                            + " ORDER BY created_at DESC, id DESC LIMIT :limit")
                    .bind("authority", authorityId)
                    .bind("user", userId)
                    .bind("limit", limit);
            return (before == null ? query : query.bind("before", before).bind("beforeId", beforeId))
                    .mapTo(Job.class)
                    .list();
        });
    }

    /** Takes the oldest job that waits or whose worker is gone. Call it in a transaction. */
    Optional<Job> claim(UUID worker, Instant now, Instant leaseUntil) {
        return jdbi.withHandle(handle -> {
            Optional<Job> waiting = handle.createQuery(COLUMNS + """
                     WHERE (state = 'queued' OR (state = 'running' AND lease_until < :now)) ORDER BY created_at LIMIT 1
                    FOR UPDATE SKIP LOCKED""")
                    .bind("now", now)
                    .mapTo(Job.class)
                    .findOne();
            waiting.ifPresent(job -> handle.createUpdate("""
                    UPDATE jobs SET state = 'running', worker = :worker, lease_until = :lease WHERE id = :id""")
                    .bind("worker", worker)
                    .bind("lease", leaseUntil)
                    .bind("id", job.id())
                    .execute());
            return waiting;
        });
    }

    /** Renews the lease and tells progress; false when the job is to stop. */
    boolean renew(UUID id, UUID worker, Instant leaseUntil, long done, long total, String unit) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE jobs SET lease_until = :lease, progress_done = :done, progress_total = :total, progress_unit = :unit
                 WHERE id = :id AND worker = :worker AND state = 'running' AND cancel_requested = FALSE""")
                        .bind("lease", leaseUntil)
                        .bind("done", done)
                        .bind("total", total)
                        .bind("unit", unit)
                        .bind("id", id)
                        .bind("worker", worker)
                        .execute())
                == 1;
    }

    /** Locks the job and says whether this worker may still finish it. */
    boolean stillOurs(UUID id, UUID worker) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM jobs WHERE id = :id AND worker = :worker AND state = 'running' AND cancel_requested = FALSE
                FOR UPDATE""")
                        .bind("id", id)
                        .bind("worker", worker)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    void end(UUID id, UUID worker, String state, @Nullable String result, @Nullable String problem, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE jobs SET state = :state, result = :result, problem = :problem, finished_at = :now, worker = NULL, lease_until = NULL
                 WHERE id = :id AND worker = :worker AND state = 'running'""")
                .bind("state", state)
                .bind("result", result)
                .bind("problem", problem)
                .bind("now", now)
                .bind("id", id)
                .bind("worker", worker)
                .execute());
    }

    /** Asks a job to stop: at once if it waits, at its next progress if it runs. */
    void requestCancel(UUID id, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "UPDATE jobs SET state = 'cancelled', finished_at = :now WHERE id = :id AND state = 'queued'")
                    .bind("id", id)
                    .bind("now", now)
                    .execute();
            handle.createUpdate("UPDATE jobs SET cancel_requested = TRUE WHERE id = :id AND state = 'running'")
                    .bind("id", id)
                    .execute();
        });
    }
}
