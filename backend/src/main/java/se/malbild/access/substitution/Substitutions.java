// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.substitution;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Role;
import se.malbild.access.session.Sessions;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Lets people stand in for one another (vikariat, CASES §10): created by the person or by the manager of the person's unit. That it has
 * begun and ended is told on the day, whoever is at work.
 */
@Singleton
public class Substitutions {
    private static final String MANAGE = "substitution:manage";
    private static final Set<Role> AT_WORK =
            Set.of(Role.REGISTRAR, Role.OFFICER, Role.DECISION_MAKER, Role.UNIT_MANAGER, Role.EXECUTIVE);
    private static final int MOST = 200;
    private static final int AT_A_TIME = 100;

    private final SubstitutionRepository substitutions;
    private final UserRepository users;
    private final Sessions sessions;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Substitutions(
            SubstitutionRepository substitutions,
            UserRepository users,
            Sessions sessions,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.substitutions = substitutions;
        this.users = users;
        this.sessions = sessions;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Those the caller is part of, and as a manager those of the unit's people; nearest first. */
    List<Substitution> list(Caller caller) {
        Held held = caller.require(MANAGE);
        Set<UUID> people = new LinkedHashSet<>(Set.of(caller.userId()));
        if (held.wholeAuthority() || !held.unitIds().isEmpty()) {
            users.grantsByRole(caller.authorityId(), AT_WORK).stream()
                    .filter(grant -> grant.holdsOn(today()) && held.coversUnit(grant.unitId()))
                    .forEach(grant -> people.add(grant.userId()));
        }
        return substitutions.current(caller.authorityId(), people, today(), MOST);
    }

    /** Creates one; 404 for somebody the caller may not arrange it for, 422 with all faults, 409 where it overlaps another. */
    Substitution create(
            Caller caller,
            UUID principal,
            UUID substitute,
            LocalDate from,
            LocalDate to,
            boolean forCases,
            boolean forDecisions) {
        requireReach(caller, principal);
        requireSound(caller, principal, substitute, from, to, forCases || forDecisions);
        Substitution wanted = new Substitution(
                Ids.next(),
                caller.authorityId(),
                principal,
                substitute,
                from,
                to,
                forCases,
                forDecisions,
                caller.userId(),
                null,
                1);
        return add(wanted, caller.actor());
    }

    /** Adds one without asking for a right: for loading what is known from elsewhere. */
    public Substitution add(Substitution wanted, Actor actor) {
        transactions.run(() -> {
            if (substitutions.overlaps(wanted)) {
                throw ProblemException.conflict(
                        "Personen har redan en vikarie för detta under en del av tiden.",
                        "The person already has a substitute for this during part of the time.");
            }
            substitutions.insert(wanted, clock.instant());
            events.append(event(wanted, "SubstitutionCreated", actor));
            if (wanted.holdsOn(today())) {
                tellStart(wanted, actor);
            }
        });
        sessions.forgetAll();
        return wanted;
    }

    /** Ends one at once; by whoever may create it, or by the substitute. */
    Substitution end(Caller caller, UUID id) {
        Substitution ended = transactions.in(() -> {
            Substitution found = substitutions
                    .lock(caller.authorityId(), id)
                    .filter(each -> each.substituteId().equals(caller.userId()) || reaches(caller, each.principalId()))
                    .orElseThrow(ProblemException::notFound);
            if (found.over(today()) || found.endedOn() != null) {
                throw ProblemException.conflict("Vikariatet är redan slut.", "The substitution has already ended.");
            }
            Substitution next = found.ended(today());
            substitutions.end(next);
            substitutions.endTold(next);
            events.append(event(next, "SubstitutionEnded", caller.actor()));
            return next;
        });
        sessions.forgetAll();
        return ended;
    }

    /** Tells of those that began or ended with the day. */
    void tellOfToday() {
        transactions.run(() -> {
            LocalDate today = today();
            substitutions.begun(today, AT_A_TIME).forEach(each -> tellStart(each, Actor.system()));
            substitutions.over(today, AT_A_TIME).forEach(each -> {
                events.append(event(each, "SubstitutionEnded", Actor.system()));
                substitutions.endTold(each);
            });
        });
    }

    /** Asks each minute whether a day has begun or ended for some of them. */
    @Singleton
    @Requires(property = "malbild.jobs.enabled", notEquals = "false")
    static class Teller {
        private final Substitutions substitutions;

        Teller(Substitutions substitutions) {
            this.substitutions = substitutions;
        }

        @Scheduled(initialDelay = "30s", fixedDelay = "1m")
        @ExecuteOn(TaskExecutors.BLOCKING)
        void tick() {
            substitutions.tellOfToday();
        }
    }

    private void tellStart(Substitution begun, Actor actor) {
        events.append(event(begun, "SubstitutionStarted", actor));
        substitutions.startTold(begun);
    }

    private NewEvent event(Substitution each, String activity, Actor actor) {
        return NewEvent.inAuthority(each.authorityId(), activity, clock.instant(), actor)
                .withObjects("substitution:" + each.id(), "user:" + each.principalId(), "user:" + each.substituteId())
                .withAttributes(Map.of(
                        "principal",
                        each.principalId().toString(),
                        "substitute",
                        each.substituteId().toString(),
                        "validFrom",
                        each.validFrom().toString(),
                        "validTo",
                        each.validTo().toString(),
                        "cases",
                        each.forCases(),
                        "decisions",
                        each.forDecisions()));
    }

    private void requireReach(Caller caller, UUID principal) {
        if (!reaches(caller, principal)) {
            throw ProblemException.notFound();
        }
    }

    private boolean reaches(Caller caller, UUID principal) {
        Held held = caller.require(MANAGE);
        return principal.equals(caller.userId())
                || users.grantsOf(caller.authorityId(), principal).stream()
                        .anyMatch(grant -> grant.holdsOn(today()) && held.coversUnit(grant.unitId()));
    }

    private void requireSound(
            Caller caller, UUID principal, UUID substitute, LocalDate from, LocalDate to, boolean forSomething) {
        List<FieldFault> faults = new ArrayList<>();
        if (principal.equals(substitute)) {
            faults.add(FieldFault.of(
                    "/substituteId",
                    "same_person",
                    "Välj någon annan än den som är borta.",
                    "Choose somebody other than the one who is away."));
        } else if (!worksHere(caller.authorityId(), substitute)) {
            faults.add(FieldFault.of(
                    "/substituteId",
                    "not_found",
                    "Välj någon som handlägger eller beslutar ärenden.",
                    "Choose somebody who handles or decides cases."));
        }
        if (from.isBefore(today())) {
            faults.add(FieldFault.of(
                    "/validFrom", "in_the_past", "Första dagen kan inte ha varit.", "The first day cannot be past."));
        }
        if (to.isBefore(from) || to.isAfter(from.plusYears(1))) {
            faults.add(FieldFault.of(
                    "/validTo",
                    "out_of_range",
                    "Sista dagen ska vara efter den första och högst ett år senare.",
                    "The last day must come after the first and at most a year later."));
        }
        if (!forSomething) {
            faults.add(FieldFault.of(
                    "/forCases",
                    "required",
                    "Välj vad vikariatet gäller: ärenden, beslut eller båda.",
                    "Choose what it is for: cases, decisions or both."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    private boolean worksHere(UUID authorityId, UUID userId) {
        return users.byIds(authorityId, List.of(userId)).stream().anyMatch(Account::active)
                && users.grantsOf(authorityId, userId).stream()
                        .anyMatch(grant -> grant.holdsOn(today()) && AT_WORK.contains(grant.role()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
