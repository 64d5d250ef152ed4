// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes, every night, files that no row refers to: bytes are stored before their row is committed, so a crash in between leaves
 * some. A file younger than a day is let be, since its row may be under way.
 */
@Singleton
@Requires(property = "malbild.jobs.enabled", notEquals = "false")
public class OrphanSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final Duration GRACE = Duration.ofDays(1);

    private final FileStore files;
    private final FileUseRepository use;
    private final Clock clock;

    OrphanSweep(FileStore files, FileUseRepository use, Clock clock) {
        this.files = files;
        this.use = use;
        this.clock = clock;
    }

    /** Sweeps the whole store and says how many files it removed. */
    @Scheduled(cron = "${malbild.files-sweep:15 3 * * *}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    public int sweep() {
        Instant limit = clock.instant().minus(GRACE);
        int removed = 0;
        try {
            for (UUID authority : files.authorities()) {
                Set<String> used = use.inUse(authority);
                for (String sha256 : files.olderThan(authority, limit)) {
                    if (!used.contains(sha256) && files.removeIfOlder(authority, sha256, limit)) {
                        removed++;
                    }
                }
                removed += files.removeUnfinished(authority, limit);
            }
        } catch (IOException e) {
            LOG.error("The sweep of the file store stopped", e);
        }
        if (removed > 0) {
            LOG.info("Removed {} files that nothing refers to", removed);
        }
        return removed;
    }
}
