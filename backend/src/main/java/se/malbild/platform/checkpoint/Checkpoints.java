// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.checkpoint;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Chain;
import se.malbild.platform.events.OutboxPublisher;

/**
 * Makes a signed checkpoint of all chains every hour, one file for each authority where something has happened. Files are only ever
 * added, so the folder may be a place that takes no changes.
 */
@Singleton
public class Checkpoints {
    static final String NONE = "0".repeat(64);
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointRepository repository;
    private final CheckpointKey key;
    private final OutboxPublisher outbox;
    private final Transactions transactions;
    private final Jdbi jdbi;
    private final Clock clock;
    private final Path folder;

    Checkpoints(
            CheckpointRepository repository,
            CheckpointKey key,
            OutboxPublisher outbox,
            Transactions transactions,
            Jdbi jdbi,
            Clock clock,
            @Value("${malbild.checkpoints:data/checkpoints}") String folder) {
        this.repository = repository;
        this.key = key;
        this.outbox = outbox;
        this.transactions = transactions;
        this.jdbi = jdbi;
        this.clock = clock;
        this.folder = Path.of(folder).toAbsolutePath();
    }

    /** Makes them on the hour while the service runs. */
    @Singleton
    @Requires(property = "malbild.jobs.enabled", notEquals = "false")
    static class Hourly {
        private final Checkpoints checkpoints;

        Hourly(Checkpoints checkpoints) {
            this.checkpoints = checkpoints;
        }

        @Scheduled(cron = "${malbild.checkpoints-at:0 * * * *}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        void make() {
            try {
                checkpoints.make();
            } catch (RuntimeException e) {
                LOG.error("No checkpoint could be made; the next is tried within the hour", e);
            }
        }
    }

    /** The folder of an authority's checkpoints. */
    Path of(UUID authorityId) {
        return folder.resolve(authorityId.toString());
    }

    /** Makes one now for each authority where something has happened since the last; says how many. */
    public int make() {
        outbox.publish();
        return transactions.in(() -> {
            CheckpointRepository.Position from = repository.lock();
            CheckpointRepository.Position to = repository.numbered();
            List<UUID> moved = repository.authorities(from, to);
            moved.forEach(authority -> repository.insert(write(authority, from, to)));
            repository.move(to);
            return moved.size();
        });
    }

    /** A crash before the row commits leaves a file that says what was true; the next run makes another of the same number. */
    private CheckpointRepository.Made write(
            UUID authority, CheckpointRepository.Position from, CheckpointRepository.Position to) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<CheckpointRepository.Made> last = repository.last(authority);
        int number = last.map(CheckpointRepository.Made::number).orElse(0) + 1;
        String previous = last.map(CheckpointRepository.Made::sha256).orElse(NONE);
        CheckpointFile.Header header = new CheckpointFile.Header(authority, number, now, previous, key.publicKey());
        Path file = of(authority).resolve("%06d-%d.txt".formatted(number, now.toEpochMilli()));
        try {
            Files.createDirectories(of(authority));
            String sha256 = jdbi.withHandle(handle -> {
                try (Stream<CheckpointHead> cases = repository.heads(handle, Chain.CASE, authority, from, to);
                        Stream<CheckpointHead> others = repository.heads(handle, Chain.AUTHORITY, authority, from, to);
                        Stream<CheckpointHead> readings = repository.heads(handle, Chain.ACCESS, authority, from, to)) {
                    return CheckpointFile.write(
                            file,
                            header,
                            Stream.concat(cases, Stream.concat(others, readings))
                                    .iterator(),
                            key);
                }
            });
            return new CheckpointRepository.Made(authority, number, now, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
