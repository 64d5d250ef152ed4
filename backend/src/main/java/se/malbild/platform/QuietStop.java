// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what runs by the clock before anything else is stopped: a round that began among parts already taken down would fail, and fill the
 * log with faults that are none.
 */
@Singleton
final class QuietStop implements ApplicationEventListener<ShutdownEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(QuietStop.class);
    private static final int PATIENCE_SECONDS = 10;

    private final ExecutorService clockwork;

    QuietStop(@Named(TaskExecutors.SCHEDULED) ExecutorService clockwork) {
        this.clockwork = clockwork;
    }

    /** Lets the rounds that run end, and starts no more. */
    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some of the work by the clock did not end within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
