// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Reach;
import se.malbild.access.session.Sessions;
import se.malbild.access.substitution.Independence;
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
import se.malbild.platform.problem.ProblemType;

/**
 * Lets people into compartments and out of them (CASES §12: proposing and approving are two persons, taking back is one). A unit manager
 * does so for the people of one's own units.
 */
@Singleton
public class Compartments {
    /** Most compartments an authority has. */
    public static final int MOST = 500;

    private static final int MEMBERS = 1000;
    private static final String READ = "compartment:read";
    private static final String GRANT = "compartment:grant";

    private final CompartmentRepository compartments;
    private final UserRepository users;
    private final Independence independence;
    private final Sessions sessions;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Compartments(
            CompartmentRepository compartments,
            UserRepository users,
            Independence independence,
            Sessions sessions,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.compartments = compartments;
        this.users = users;
        this.independence = independence;
        this.sessions = sessions;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** A membership and what the reader may do with it. */
    record Shown(Membership membership, boolean mayApprove, boolean mayRevoke) {}

    /** A compartment with its members, as far as the reader may see them. */
    record Detail(Compartment compartment, boolean mayPropose, List<Shown> members, Map<UUID, Account> people) {}

    /** Those the person may see: all for those who manage them, otherwise those the person is a member of. */
    public List<Compartment> visible(Caller caller) {
        List<Compartment> all = compartments.all(caller.authorityId(), MOST);
        Set<Reach> reaches = caller.held(READ).map(Held::reaches).orElse(Set.of());
        return reaches.contains(Reach.AUTHORITY) || reaches.contains(Reach.UNIT)
                ? all
                : all.stream()
                        .filter(each -> caller.keys().compartments().contains(each.id()))
                        .toList();
    }

    Detail get(Caller caller, UUID id) {
        Compartment found = find(caller, id).orElseThrow(ProblemException::notFound);
        boolean all = caller.require(READ).wholeAuthority();
        List<Membership> members = compartments.members(caller.authorityId(), id, MEMBERS).stream()
                .filter(each -> all || each.userId().equals(caller.userId()) || reaches(caller, each.userId()))
                .toList();
        boolean grants = caller.may(GRANT);
        List<Shown> shown = members.stream()
                .map(each -> new Shown(
                        each,
                        grants
                                && reaches(caller, each.userId())
                                && obstacle(caller, each).isEmpty(),
                        grants && reaches(caller, each.userId()) && each.livesOn(today())))
                .toList();
        Map<UUID, Account> people = new HashMap<>();
        users.byIds(
                        caller.authorityId(),
                        members.stream()
                                .flatMap(each -> Stream.of(each.userId(), each.proposedBy(), each.settledBy()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .forEach(account -> people.put(account.id(), account));
        return new Detail(found, grants, shown, people);
    }

    private Optional<Compartment> find(Caller caller, UUID id) {
        return visible(caller).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Compartment create(Caller caller, String name, String purpose) {
        if (compartments.count(caller.authorityId()) >= MOST) {
            throw ProblemException.conflict(
                    "Det finns redan så många avskärmningar som ryms.",
                    "There are as many compartments as there can be.");
        }
        return add(
                Compartment.made(
                        Ids.next(),
                        caller.authorityId(),
                        name.strip(),
                        purpose.strip(),
                        caller.userId(),
                        clock.instant()),
                caller.actor());
    }

    /** Adds one without asking for a right: for loading what is known from elsewhere. */
    public Compartment add(Compartment wanted, Actor actor) {
        return transactions.in(() -> {
            if (!compartments.insert(wanted)) {
                throw nameTaken();
            }
            events.append(NewEvent.inAuthority(wanted.authorityId(), "CompartmentCreated", clock.instant(), actor)
                    .withObjects("compartment:" + wanted.id()));
            return wanted;
        });
    }

    private static ProblemException nameTaken() {
        return ProblemException.ruleBroken(
                "/name", "taken", "Det finns redan en avskärmning med det namnet.", "There is one of that name.");
    }

    /** Gives it another name and purpose; who is inside, and its cases, are as before. */
    Compartment rename(Caller caller, UUID id, String name, String purpose) {
        return transactions.in(() -> {
            Compartment found = lock(caller, id);
            Compartment renamed = found.renamed(name.strip(), purpose.strip());
            if (!compartments.update(renamed)) {
                throw nameTaken();
            }
            events.append(
                    NewEvent.inAuthority(found.authorityId(), "CompartmentRenamed", clock.instant(), caller.actor())
                            .withObjects("compartment:" + id)
                            .withAttributes(Map.of("from", found.name(), "to", renamed.name())));
            return renamed;
        });
    }

    /**
     * Ends it: no case is put in it any more. Nothing opens by that: its cases stay in it, and known to its members alone, until each is
     * taken out; and people are let in and out as before, so that those cases can be handled meanwhile.
     */
    Compartment end(Caller caller, UUID id, String reason) {
        return transactions.in(() -> {
            Compartment ended = lock(caller, id).endedBy(caller.userId(), clock.instant(), reason.strip());
            compartments.update(ended);
            events.append(NewEvent.inAuthority(ended.authorityId(), "CompartmentEnded", clock.instant(), caller.actor())
                    .withObjects("compartment:" + id)
                    .withReason(null, ended.endReason()));
            return ended;
        });
    }

    private Compartment lock(Caller caller, UUID id) {
        return compartments.lockCompartment(caller.authorityId(), id).orElseThrow(ProblemException::notFound);
    }

    /** Lets somebody in outright: for loading what is known from elsewhere, which needs no second person. */
    public void admit(Membership active, Actor actor) {
        transactions.run(() -> {
            compartments.insert(active);
            record("CompartmentMemberAdmitted", active, actor);
        });
        sessions.forgetAll();
    }

    Membership propose(Caller caller, UUID compartmentId, UUID userId, LocalDate from, @Nullable LocalDate to) {
        if (find(caller, compartmentId).isEmpty()) {
            throw ProblemException.notFound();
        }
        return transactions.in(() -> {
            requireSound(caller, compartmentId, userId, from, to);
            Membership proposed = new Membership(
                    Ids.next(),
                    caller.authorityId(),
                    compartmentId,
                    userId,
                    from,
                    to,
                    Membership.State.PROPOSED,
                    caller.userId(),
                    clock.instant(),
                    null,
                    null);
            compartments.insert(proposed);
            record("CompartmentMemberProposed", proposed, caller.actor());
            return proposed;
        });
    }

    private void requireSound(Caller caller, UUID compartmentId, UUID userId, LocalDate from, @Nullable LocalDate to) {
        List<FieldFault> faults = new ArrayList<>();
        boolean known =
                users.byIds(caller.authorityId(), List.of(userId)).stream().anyMatch(Account::active);
        if (!known || !reaches(caller, userId)) {
            faults.add(FieldFault.of(
                    "/userId",
                    "not_found",
                    "Personen finns inte bland dem du kan föreslå.",
                    "The person is not among those you can propose."));
        }
        if (to != null && (to.isBefore(from) || to.isBefore(today()))) {
            faults.add(FieldFault.of(
                    "/validTo",
                    "before_start",
                    "Sista dagen ska vara i dag eller senare och inte före den första.",
                    "The last day must be today or later and not before the first."));
        }
        boolean already = compartments.members(caller.authorityId(), compartmentId, MEMBERS).stream()
                .anyMatch(each -> each.userId().equals(userId) && each.livesOn(today()));
        if (already) {
            faults.add(FieldFault.of(
                    "/userId",
                    "already_in",
                    "Personen är redan med eller föreslagen.",
                    "The person is in already, or proposed."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
    }

    /** Lets the person in; a second person, in no way the first. */
    void approve(Caller caller, UUID id) {
        transactions.run(() -> {
            Membership found = reached(caller, id);
            obstacle(caller, found).ifPresent(problem -> {
                throw problem;
            });
            Membership active = found.settled(Membership.State.ACTIVE, caller.userId(), clock.instant());
            compartments.settle(active);
            record("CompartmentMemberApproved", active, caller.actor());
        });
        sessions.forgetAll();
    }

    /** Takes it back at once; alone. */
    void revoke(Caller caller, UUID id) {
        transactions.run(() -> {
            Membership found = reached(caller, id);
            if (found.state() == Membership.State.REVOKED) {
                throw ProblemException.conflict("Det är redan återtaget.", "It has already been taken back.");
            }
            Membership revoked = found.settled(Membership.State.REVOKED, caller.userId(), clock.instant());
            compartments.settle(revoked);
            record("CompartmentMemberRevoked", revoked, caller.actor());
        });
        sessions.forgetAll();
    }

    private Membership reached(Caller caller, UUID id) {
        return compartments
                .lock(caller.authorityId(), id)
                .filter(each -> reaches(caller, each.userId()))
                .orElseThrow(ProblemException::notFound);
    }

    /** What keeps the caller from approving it, if anything. */
    private Optional<ProblemException> obstacle(Caller caller, Membership proposed) {
        if (proposed.state() != Membership.State.PROPOSED) {
            return Optional.of(ProblemException.conflict("Förslaget är redan avgjort.", "It has been settled."));
        }
        UUID proposer = proposed.proposedBy();
        if (caller.userId().equals(proposer) || caller.userId().equals(proposed.userId())) {
            return Optional.of(ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Någon annan än den som föreslog och den som släpps in ska godkänna.",
                    "Somebody other than the proposer and the one who is let in must approve."));
        }
        if (proposer != null && !independence.between(caller.authorityId(), caller.userId(), proposer)) {
            return Optional.of(ProblemException.of(
                    ProblemType.NOT_PERMITTED,
                    "Ni som föreslår och godkänner får inte vara vikarie för varandra.",
                    "Those who propose and approve must not stand in for each other."));
        }
        return Optional.empty();
    }

    private boolean reaches(Caller caller, UUID userId) {
        Held held = caller.held(GRANT).orElse(null);
        return held != null
                && (held.wholeAuthority()
                        || users.grantsOf(caller.authorityId(), userId).stream()
                                .anyMatch(grant -> grant.holdsOn(today()) && held.coversUnit(grant.unitId())));
    }

    private void record(String activity, Membership membership, Actor actor) {
        events.append(NewEvent.inAuthority(membership.authorityId(), activity, clock.instant(), actor)
                .withObjects("compartment:" + membership.compartmentId(), "user:" + membership.userId()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
