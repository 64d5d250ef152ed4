// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.user;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Role;
import se.malbild.access.session.OneTimePassword;
import se.malbild.access.session.PasswordHash;
import se.malbild.access.session.Sessions;
import se.malbild.access.substitution.Independence;
import se.malbild.access.unit.Units;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** Accounts and the roles they hold. */
@Singleton
public class Users {
    private final UserRepository users;
    private final Units units;
    private final Provider<Sessions> sessions;
    private final Independence independence;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Users(
            UserRepository users,
            Units units,
            Provider<Sessions> sessions,
            Independence independence,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.users = users;
        this.units = units;
        this.sessions = sessions;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** A new account and the password that is shown once. */
    public record Created(Account account, String oneTimePassword) {}

    /** One account of the authority; 404 otherwise. */
    public Account get(UUID authorityId, UUID id) {
        return users.find(authorityId, id).orElseThrow(ProblemException::notFound);
    }

    /** By name, those after {@code (afterName, afterId)}. */
    public List<Account> page(
            UUID authorityId, @Nullable String query, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        return users.page(authorityId, query, afterName, afterId, limit);
    }

    /** All grants of a user. */
    public List<Grant> grantsOf(UUID authorityId, UUID userId) {
        return users.grantsOf(authorityId, userId);
    }

    /** Makes an account without roles. */
    public Created create(
            Caller caller, String userName, String displayName, @Nullable String title, @Nullable String email) {
        return transactions.in(() -> {
            String password = OneTimePassword.next();
            Account account = new Account(
                    Ids.next(),
                    caller.authorityId(),
                    userName,
                    displayName,
                    title,
                    email,
                    "active",
                    PasswordHash.of(password),
                    true,
                    1);
            add(account, caller.actor());
            return new Created(account, password);
        });
    }

    /** Stores an account made here or elsewhere (the operator's command, the demo); 409 when the name is taken. */
    public void add(Account account, Actor actor) {
        transactions.run(() -> {
            if (users.findByUserName(account.userName()).isPresent()) {
                throw nameTaken();
            }
            try {
                users.insert(account, clock.instant());
            } catch (UnableToExecuteStatementException raced) {
                throw users.findByUserName(account.userName()).isPresent() ? nameTaken() : raced;
            }
            events.append(NewEvent.inAuthority(account.authorityId(), "UserCreated", clock.instant(), actor)
                    .withObjects("user:" + account.id()));
        });
    }

    private static ProblemException nameTaken() {
        return ProblemException.conflict("Inloggningsnamnet är upptaget.", "The sign-in name is taken.");
    }

    /** Changes name, title, address or status; closing ends the account's sessions at once. */
    public Account change(
            Caller caller,
            UUID id,
            long expected,
            String displayName,
            @Nullable String title,
            @Nullable String email,
            String status) {
        Account changed = transactions.in(() -> {
            Account now = get(caller.authorityId(), id);
            if (now.version() != expected) {
                throw ProblemException.stale(now.version());
            }
            if (status.equals("closed") && id.equals(caller.userId())) {
                throw ProblemException.ruleBroken(
                        "/status",
                        "own_account",
                        "Du kan inte stänga ditt eget konto.",
                        "You cannot close your own account.");
            }
            Account next = new Account(
                    id,
                    now.authorityId(),
                    now.userName(),
                    displayName,
                    title,
                    email,
                    status,
                    now.passwordHash(),
                    now.mustChangePassword(),
                    expected + 1);
            if (!users.update(next, expected)) {
                throw ProblemException.stale(get(caller.authorityId(), id).version());
            }
            events.append(NewEvent.inAuthority(
                            caller.authorityId(),
                            status.equals("closed") ? "UserClosed" : "UserChanged",
                            clock.instant(),
                            caller.actor())
                    .withObjects("user:" + id));
            return next;
        });
        if (!changed.active()) {
            sessions.get().endAllOf(id);
        }
        return changed;
    }

    /** Proposes a role; it gives nothing until {@link #approve}. */
    public Grant propose(
            Caller caller,
            UUID userId,
            Role role,
            UUID unitId,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID buyerId) {
        return transactions.in(() -> {
            get(caller.authorityId(), userId);
            caller.requireUnit("grant:propose", unitId);
            List<FieldFault> faults = faults(caller.authorityId(), role, unitId, from, to);
            faults.addAll(faultsOfBuyer(caller.authorityId(), userId, role, buyerId));
            if (!faults.isEmpty()) {
                throw ProblemException.ruleBroken(faults);
            }
            Grant grant = new Grant(
                    Ids.next(), userId, role, unitId, from, to, Grant.State.PROPOSED, caller.userId(), buyerId);
            users.insertGrant(caller.authorityId(), grant, clock.instant());
            record("AccessProposed", caller.authorityId(), grant, caller.actor());
            return grant;
        });
    }

    /** Gives a role outright: the operator's command line and the demo, which need no second person. */
    public Grant give(UUID authorityId, UUID userId, Role role, UUID unitId, LocalDate from, @Nullable LocalDate to) {
        return give(authorityId, userId, role, unitId, from, to, null);
    }

    /** As {@link #give(UUID, UUID, Role, UUID, LocalDate, LocalDate)}, to a consultant whom {@code buyerId} has bought. */
    public Grant give(
            UUID authorityId,
            UUID userId,
            Role role,
            UUID unitId,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID buyerId) {
        return transactions.in(() -> {
            Grant grant = new Grant(Ids.next(), userId, role, unitId, from, to, Grant.State.ACTIVE, null, buyerId);
            users.insertGrant(authorityId, grant, clock.instant());
            record("AccessGranted", authorityId, grant, Actor.system());
            return grant;
        });
    }

    /**
     * Gives a role at the operator's command line, by sign-in name and the code of a unit that exists on the first day (CASES §12: the
     * first grants come from there).
     *
     * @throws ProblemException if there is no such person or unit, or the role may not be held so
     */
    public Grant giveByOperator(
            String userName,
            Role role,
            String unitCode,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String buyerName) {
        Account account = named(userName, "/userName");
        UUID unitId = units.tree(account.authorityId(), false).stream()
                .filter(each -> each.code().equals(unitCode) && each.existsOn(from))
                .findFirst()
                .orElseThrow(() -> ProblemException.ruleBroken(
                        "/unitCode",
                        "not_found",
                        "Myndigheten har ingen enhet med koden %s den %s.".formatted(unitCode, from),
                        "The authority has no unit with the code %s on %s.".formatted(unitCode, from)))
                .id();
        UUID buyer = buyerName == null ? null : named(buyerName, "/buyerId").id();
        List<FieldFault> faults = faults(account.authorityId(), role, unitId, from, to);
        faults.addAll(faultsOfBuyer(account.authorityId(), account.id(), role, buyer));
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return give(account.authorityId(), account.id(), role, unitId, from, to, buyer);
    }

    private Account named(String userName, String pointer) {
        return users.findByUserName(userName)
                .orElseThrow(() -> ProblemException.ruleBroken(
                        pointer,
                        "not_found",
                        "Ingen har inloggningsnamnet %s.".formatted(userName),
                        "Nobody has the sign-in name %s.".formatted(userName)));
    }

    /** The second person makes a proposed role active. */
    public Grant approve(Caller caller, UUID grantId) {
        Grant active = transactions.in(() -> {
            Grant grant = users.findGrant(caller.authorityId(), grantId).orElseThrow(ProblemException::notFound);
            Set<UUID> bound = independence.boundTo(caller.authorityId(), caller.userId());
            if (bound.contains(grant.userId()) || grant.proposedBy() != null && bound.contains(grant.proposedBy())) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Någon annan än den som föreslog rollen och den som får den ska godkänna, och ingen av er får vara vikarie för den andra.",
                        "Somebody other than the proposer and the one who gets the role must approve, neither substituting for the other.");
            }
            if (grant.state() != Grant.State.PROPOSED) {
                throw ProblemException.conflict("Rollen är redan avgjord.", "The role has already been settled.");
            }
            users.setGrantState(caller.authorityId(), grantId, Grant.State.ACTIVE, caller.userId());
            record("AccessGranted", caller.authorityId(), grant, caller.actor());
            return with(grant, Grant.State.ACTIVE);
        });
        sessions.get().forgetAll();
        return active;
    }

    /** Takes a role back at once. */
    public Grant revoke(Caller caller, UUID grantId) {
        Grant revoked = transactions.in(() -> {
            Grant grant = users.findGrant(caller.authorityId(), grantId).orElseThrow(ProblemException::notFound);
            if (grant.state() == Grant.State.REVOKED) {
                throw ProblemException.conflict("Rollen är redan återtagen.", "The role has already been taken back.");
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
            boolean last = grant.role() == Role.ADMINISTRATOR
                    && users.grantsByRole(caller.authorityId(), Set.of(Role.ADMINISTRATOR)).stream()
                            .noneMatch(each -> !each.id().equals(grantId) && each.holdsOn(today));
            if (last && grant.holdsOn(today)) {
                throw ProblemException.conflict(
                        "Den sista administratören kan inte tas bort.", "The last administrator cannot be removed.");
            }
            users.setGrantState(caller.authorityId(), grantId, Grant.State.REVOKED, null);
            record("AccessRevoked", caller.authorityId(), grant, caller.actor());
            return with(grant, Grant.State.REVOKED);
        });
        sessions.get().forgetAll();
        return revoked;
    }

    /** A consultant has somebody here who has bought the services; nobody else has. */
    private List<FieldFault> faultsOfBuyer(UUID authorityId, UUID userId, Role role, @Nullable UUID buyerId) {
        if (role != Role.CONSULTANT) {
            return buyerId == null
                    ? List.of()
                    : List.of(FieldFault.of(
                            "/buyerId",
                            "for_consultants",
                            "Bara en konsult har en beställare.",
                            "Only a consultant has a buyer."));
        }
        boolean sound = buyerId != null
                && !buyerId.equals(userId)
                && users.byIds(authorityId, List.of(buyerId)).stream().anyMatch(Account::active)
                && users.grantsOf(authorityId, buyerId).stream().noneMatch(grant -> grant.role() == Role.CONSULTANT);
        return sound
                ? List.of()
                : List.of(FieldFault.of(
                        "/buyerId",
                        "consultant_buyer",
                        "Ange vem här som har beställt konsulten.",
                        "Say who here has bought the consultant."));
    }

    private List<FieldFault> faults(UUID authorityId, Role role, UUID unitId, LocalDate from, @Nullable LocalDate to) {
        List<FieldFault> faults = new ArrayList<>();
        units.get(authorityId, unitId);
        if (to != null && to.isBefore(from)) {
            faults.add(FieldFault.of(
                    "/validTo",
                    "before_start",
                    "Sista dagen är före den första.",
                    "The last day is before the first."));
        }
        if (role == Role.CONSULTANT && (to == null || to.isAfter(from.plusMonths(12)))) {
            faults.add(FieldFault.of(
                    "/validTo",
                    "consultant_end",
                    "En konsult ska ha en sista dag, högst tolv månader bort.",
                    "A consultant must have a last day, at most twelve months off."));
        }
        if (role == Role.API_CLIENT) {
            faults.add(FieldFault.of(
                    "/role",
                    "not_for_people",
                    "Rollen är för andra myndigheters system, inte för personer.",
                    "The role is for other agencies' systems, not for people."));
        }
        return faults;
    }

    private void record(String activity, UUID authorityId, Grant grant, Actor actor) {
        events.append(NewEvent.inAuthority(authorityId, activity, clock.instant(), actor)
                .withObjects("grant:" + grant.id(), "user:" + grant.userId())
                .withAttributes(Map.of(
                        "role", grant.role().code(), "unitId", grant.unitId().toString())));
    }

    private static Grant with(Grant grant, Grant.State state) {
        return new Grant(
                grant.id(),
                grant.userId(),
                grant.role(),
                grant.unitId(),
                grant.validFrom(),
                grant.validTo(),
                state,
                grant.proposedBy(),
                grant.buyerId());
    }
}
