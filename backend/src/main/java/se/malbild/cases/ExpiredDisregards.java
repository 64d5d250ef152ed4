// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import se.malbild.access.authority.Authorities;
import se.malbild.access.unit.Units;
import se.malbild.cases.conflict.ConflictDeclaration;
import se.malbild.cases.conflict.ConflictRepository;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;

/**
 * Conflicts of interest that were disregarded until a day (FL 16 § second paragraph). When the day has passed the conflict stands as it
 * was declared: the case is closed to the person, in every list and for every act, until somebody rules on it anew.
 */
@Singleton
class ExpiredDisregards {
    private static final int AT_A_TIME = 200;

    private final Authorities authorities;
    private final CaseRepository cases;
    private final ConflictRepository conflicts;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    ExpiredDisregards(
            Authorities authorities,
            CaseRepository cases,
            ConflictRepository conflicts,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.authorities = authorities;
        this.cases = cases;
        this.conflicts = conflicts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Those whose last day was before {@code day}, in open cases of the authority; each once. */
    void renew(UUID authorityId, LocalDate day) {
        conflicts
                .expired(authorityId, day, AT_A_TIME)
                .forEach(each -> transactions.run(() -> renew(authorityId, day, each)));
    }

    private void renew(UUID authorityId, LocalDate day, ConflictDeclaration found) {
        CaseFile file = cases.lock(CaseScope.ofWholeAuthority(authorityId), found.caseId());
        boolean still = Conflicts.newestOf(conflicts.of(authorityId, file.id()), found.userId())
                .filter(newest -> newest.id().equals(found.id()) && newest.barsOn(day))
                .isPresent();
        if (!still || !file.state().isOpen()) {
            return;
        }
        Instant now = clock.instant();
        ConflictDeclaration renewed =
                new ConflictDeclaration(Ids.next(), file.id(), found.userId(), found.ground(), found.note(), now, null);
        conflicts.insert(authorityId, renewed);
        Act act = new Act(Actor.system(), found.userId(), now);
        events.append(CaseEvents.of(act, file, "ConflictDeclared", "conflict", renewed.id())
                .withReason("disregard_expired", null));
        cases.update(file.withConflicts(file.conflicts().declaredBy(found.userId())), null);
    }

    /** Looks every few minutes: a day that has passed is noticed soon after midnight. */
    @Singleton
    @Requires(property = "malbild.jobs.enabled", notEquals = "false")
    static class Round {
        private final ExpiredDisregards disregards;

        Round(ExpiredDisregards disregards) {
            this.disregards = disregards;
        }

        @Scheduled(initialDelay = "1m", fixedDelay = "2m")
        @ExecuteOn(TaskExecutors.BLOCKING)
        void tick() {
            LocalDate today = LocalDate.ofInstant(disregards.clock.instant(), Units.STOCKHOLM);
            disregards.authorities.all().forEach(authority -> disregards.renew(authority.id(), today));
        }
    }
}
