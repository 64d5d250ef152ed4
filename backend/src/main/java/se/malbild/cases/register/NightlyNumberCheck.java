// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.register;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.malbild.access.authority.Authorities;
import se.malbild.access.authority.Authority;

/** Checks every authority's series each night. */
@Singleton
@Requires(property = "malbild.jobs.enabled", notEquals = "false")
class NightlyNumberCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyNumberCheck.class);

    private final Authorities authorities;
    private final NumberChecking checking;

    NightlyNumberCheck(Authorities authorities, NumberChecking checking) {
        this.authorities = authorities;
        this.checking = checking;
    }

    @Scheduled(cron = "${malbild.number-check:40 2 * * *}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    void everyNight() {
        for (Authority authority : authorities.all()) {
            try {
                checking.check(authority.id(), NumberCheck.Cause.NIGHTLY);
            } catch (RuntimeException failed) {
                LOG.error("The series of {} could not be checked", authority.id(), failed);
            }
        }
    }
}
