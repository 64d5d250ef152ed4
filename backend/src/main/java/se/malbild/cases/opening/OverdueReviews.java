// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.opening;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.authority.Authorities;
import se.malbild.access.unit.Units;
import se.malbild.cases.Act;
import se.malbild.cases.CaseEvents;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseRepository;
import se.malbild.cases.CaseScope;
import se.malbild.cases.work.OpeningNotices;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;

/**
 * Raises the alarm, once, where an emergency opening has not been reviewed in its five workdays (CASES §12): to the managers of the unit
 * and the auditors, but not to the opener, who could not review it. A run that is cut off goes on where it was.
 */
@Singleton
public class OverdueReviews {
    private static final int AT_A_TIME = 200;

    private final Authorities authorities;
    private final OpeningRepository openings;
    private final CaseRepository cases;
    private final Reviewers reviewers;
    private final OpeningNotices notices;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    OverdueReviews(
            Authorities authorities,
            OpeningRepository openings,
            CaseRepository cases,
            Reviewers reviewers,
            OpeningNotices notices,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.authorities = authorities;
        this.openings = openings;
        this.cases = cases;
        this.reviewers = reviewers;
        this.notices = notices;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Raises the alarms that are due and have not been raised. */
    void alarm() {
        authorities.all().forEach(authority -> alarm(authority.id()));
    }

    /** As {@link #alarm()}, for one authority. */
    public void alarm(UUID authorityId) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Units.STOCKHOLM);
        openings.toAlarm(authorityId, today, AT_A_TIME).forEach(id -> alarm(authorityId, id, now, today));
    }

    private void alarm(UUID authorityId, UUID id, Instant now, LocalDate today) {
        transactions.run(() -> {
            Opening opening = openings.lock(authorityId, id).orElseThrow();
            if (opening.reviewedAt() != null || !openings.alarmed(authorityId, id, now)) {
                return;
            }
            CaseFile file = cases.lock(CaseScope.ofWholeAuthority(authorityId), opening.caseId());
            Set<UUID> told = new LinkedHashSet<>(reviewers.managers(authorityId, opening.unitId(), today));
            told.addAll(reviewers.auditors(authorityId, today));
            told.remove(opening.userId());
            notices.tellOverdue(file, id, opening.userId(), told, now);
            Act act = new Act(Actor.system(), opening.userId(), now);
            events.append(CaseEvents.of(act, file, "BreakGlassReviewOverdue", "opening", id));
        });
    }

    /** Asks now and then; most times there is nothing to tell. */
    @Singleton
    @Requires(property = "malbild.jobs.enabled", notEquals = "false")
    static class Sender {
        private final OverdueReviews reviews;

        Sender(OverdueReviews reviews) {
            this.reviews = reviews;
        }

        @Scheduled(initialDelay = "3m", fixedDelay = "15m")
        @ExecuteOn(TaskExecutors.BLOCKING)
        void tick() {
            reviews.alarm();
        }
    }
}
