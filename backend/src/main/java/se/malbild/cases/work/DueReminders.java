// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.malbild.access.authority.Authorities;
import se.malbild.access.unit.Units;
import se.malbild.cases.deadline.SwedishCalendar;

/**
 * Reminds officers, and whoever stands in for them, of dates that draw near: five workdays before and on the day (CASES §8). A case is
 * told of once for each; a run that is cut off goes on where it was.
 */
@Singleton
class DueReminders {
    private static final List<Integer> WORKDAYS_BEFORE = List.of(5, 0);
    private static final int AT_A_TIME = 200;

    private final Authorities authorities;
    private final NoticeRepository notices;
    private final Reminders reminders;
    private final Clock clock;

    DueReminders(Authorities authorities, NoticeRepository notices, Reminders reminders, Clock clock) {
        this.authorities = authorities;
        this.notices = notices;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Sends what is to be sent today and has not been. */
    void remindToday() {
        authorities.all().forEach(authority -> remindToday(authority.id()));
    }

    /** As {@link #remindToday()}, for one authority. */
    void remindToday(UUID authorityId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
        for (int days : WORKDAYS_BEFORE) {
            LocalDate due = days == 0 ? today : SwedishCalendar.plusWorkdays(today, days);
            List<UUID> near = notices.drawingNear(authorityId, due, days, AT_A_TIME);
            near.forEach(caseId -> reminders.remindOfDate(authorityId, caseId, due, days));
        }
    }

    /** Asks now and then; most times there is nothing left to send. */
    @Singleton
    @Requires(property = "malbild.jobs.enabled", notEquals = "false")
    static class Sender {
        private final DueReminders reminders;

        Sender(DueReminders reminders) {
            this.reminders = reminders;
        }

        @Scheduled(initialDelay = "2m", fixedDelay = "5m")
        @ExecuteOn(TaskExecutors.BLOCKING)
        void tick() {
            reminders.remindToday();
        }
    }
}
