// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.jobs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import se.malbild.platform.web.ProblemWriter;

/** Runs queued jobs, one at a time in this process. A job whose worker is gone is taken over when its lease has run out. */
@Singleton
@Requires(property = "malbild.jobs.enabled", notEquals = "false")
class JobWorker {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration TELL_EVERY = Duration.ofMillis(300);

    private final UUID worker = UUID.randomUUID();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final JobRepository jobs;
    private final Map<String, JobHandler> handlers;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    JobWorker(
            JobRepository jobs, List<JobHandler> handlers, Transactions transactions, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "${malbild.jobs.interval:250ms}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void tick() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (Optional<Job> next = claim(); next.isPresent(); next = claim()) {
                run(next.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("Jobs wait: {}", e.getMessage());
        } finally {
            busy.set(false);
        }
    }

    private Optional<Job> claim() {
        Instant now = clock.instant();
        return transactions.in(() -> jobs.claim(worker, now, now.plus(LEASE)));
    }

    private void run(Job job) {
        try {
            JobHandler handler = handlers.get(job.kind());
            if (handler == null) {
                throw new IllegalStateException("no handler for " + job.kind());
            }
            Supplier<Map<String, Object>> finish = handler.run(new Context(job, read(job.input())));
            transactions.run(() -> {
                if (!jobs.stillOurs(job.id(), worker)) {
                    throw new JobCancelledException();
                }
                jobs.end(job.id(), worker, "done", write(finish.get()), null, clock.instant());
            });
        } catch (JobCancelledException stopped) {
            jobs.end(job.id(), worker, "cancelled", null, null, clock.instant());
        } catch (ProblemException problem) {
            jobs.end(
                    job.id(),
                    worker,
                    "failed",
                    null,
                    write(ProblemWriter.asMap(problem, job.id().toString())),
                    clock.instant());
        } catch (RuntimeException unexpected) {
            LOG.error("Job {} ({}) failed", job.id(), job.kind(), unexpected);
            jobs.end(
                    job.id(),
                    worker,
                    "failed",
                    null,
                    write(ProblemWriter.asMap(
                            ProblemException.of(ProblemType.UNEXPECTED),
                            job.id().toString())),
                    clock.instant());
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Context implements JobContext {
        private final Job job;
        private final Map<String, Object> input;
        private long toldAt;

        Context(Job job, Map<String, Object> input) {
            this.job = job;
            this.input = input;
        }

        @Override
        public UUID authorityId() {
            return job.authorityId();
        }

        @Override
        public UUID userId() {
            return job.userId();
        }

        @Override
        public Map<String, Object> input() {
            return input;
        }

        @Override
        public void progress(long done, long total, String unit) {
            long now = System.nanoTime();
            if (toldAt != 0 && now - toldAt < TELL_EVERY.toNanos()) {
                return;
            }
            toldAt = now;
            if (!jobs.renew(job.id(), worker, clock.instant().plus(LEASE), done, total, unit)) {
                throw new JobCancelledException();
            }
        }
    }
}
