// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;

/** Queues long work and tells how it goes. A job belongs to the person who asked for it. */
@Singleton
public class Jobs {
    private final JobRepository jobs;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    Jobs(JobRepository jobs, Transactions transactions, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Queues a job; call it inside the transaction of what it belongs to. */
    public Job queue(UUID authorityId, UUID userId, String kind, Map<String, Object> input) {
        UUID id = Ids.next();
        try {
            jobs.insert(id, authorityId, userId, kind, json.writeValueAsString(input), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return get(authorityId, userId, id);
    }

    /** One of the person's own jobs; 404 otherwise. */
    public Job get(UUID authorityId, UUID userId, UUID id) {
        return jobs.find(authorityId, userId, id).orElseThrow(ProblemException::notFound);
    }

    /** The person's jobs, newest first, those before {@code (before, beforeId)}. */
    public List<Job> page(UUID authorityId, UUID userId, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return jobs.page(authorityId, userId, before, beforeId, limit);
    }

    /** Asks a job to stop; 409 when it has already ended. */
    public Job cancel(UUID authorityId, UUID userId, UUID id) {
        return transactions.in(() -> {
            if (get(authorityId, userId, id).ended()) {
                throw ProblemException.conflict("Arbetet är redan klart.", "The job has already ended.");
            }
            jobs.requestCancel(id, clock.instant());
            return get(authorityId, userId, id);
        });
    }
}
