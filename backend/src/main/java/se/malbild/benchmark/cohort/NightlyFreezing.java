// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.cohort;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Freezes cohorts each night. */
@Singleton
@Requires(property = "malbild.jobs.enabled", notEquals = "false")
class NightlyFreezing {
    private final Freezing freezing;

    NightlyFreezing(Freezing freezing) {
        this.freezing = freezing;
    }

    @Scheduled(cron = "${malbild.benchmark-freezing:10 2 * * *}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void everyNight() {
        freezing.freeze();
    }
}
