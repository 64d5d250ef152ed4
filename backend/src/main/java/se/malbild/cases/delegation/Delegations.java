// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Grant;
import se.malbild.access.substitution.Independence;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.UserRepository;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * The delegation register (delegationsordningen): who may decide what. A manager proposes for the own unit, an executive decides as the
 * second person, and whoever may propose may end. Nothing in it is edited or deleted.
 */
@Singleton
public class Delegations {
    static final String PROPOSE = "delegation:propose";
    static final String DECIDE = "delegation:decide";
    private static final int ALIKE = 50;

    private final DelegationRepository delegations;
    private final DelegationRules rules;
    private final UserRepository users;
    private final Units units;
    private final CaseTypes types;
    private final Independence independence;
    private final Transactions transactions;
    private final EventWriter events;
    private final Clock clock;

    Delegations(
            DelegationRepository delegations,
            DelegationRules rules,
            UserRepository users,
            Units units,
            CaseTypes types,
            Independence independence,
            Transactions transactions,
            EventWriter events,
            Clock clock) {
        this.delegations = delegations;
        this.rules = rules;
        this.users = users;
        this.units = units;
        this.types = types;
        this.independence = independence;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is asked for of the register; what is absent does not limit.
     *
     * @param unitId those that reach into that unit
     * @param holderId those of that person, also by a function held on the day
     */
    record Asked(
            @Nullable UUID caseTypeId,
            @Nullable UUID unitId,
            @Nullable UUID holderId,
            @Nullable LocalDate day,
            Delegation.@Nullable State state) {}

    /** A page of the register, newest first, those before {@code before}. */
    List<Delegation> page(UUID authorityId, Asked asked, @Nullable UUID before, int limit) {
        String typeKey = asked.caseTypeId() == null
                ? null
                : types.list(authorityId, null).stream()
                        .filter(each -> each.row().typeId().equals(asked.caseTypeId()))
                        .findFirst()
                        .map(each -> each.row().typeKey())
                        .orElse("");
        LocalDate day = asked.day() == null ? today() : asked.day();
        List<String> roles = asked.holderId() == null
                ? List.of()
                : users.grantsOf(authorityId, asked.holderId()).stream()
                        .filter(grant -> grant.holdsOn(day))
                        .map(Grant::role)
                        .distinct()
                        .map(role -> role.code())
                        .toList();
        return delegations.page(
                authorityId,
                new DelegationRepository.Filter(
                        typeKey,
                        asked.unitId() == null ? Set.of() : withAbove(authorityId, asked.unitId()),
                        asked.holderId(),
                        roles,
                        asked.day(),
                        asked.state()),
                before,
                limit);
    }

    /** A unit and those above it: what is delegated there holds in the unit as well. */
    private Set<UUID> withAbove(UUID authorityId, UUID unitId) {
        Map<UUID, Unit> byId = units.byId(authorityId);
        Set<UUID> found = new java.util.LinkedHashSet<>(Set.of(unitId));
        Unit unit = byId.get(unitId);
        while (unit != null && unit.parentId() != null && found.add(unit.parentId())) {
            unit = byId.get(unit.parentId());
        }
        return found;
    }

    /** One of the authority; 404 otherwise. */
    Delegation get(UUID authorityId, UUID id) {
        return delegations.find(authorityId, id).orElseThrow(ProblemException::notFound);
    }

    /** Proposes a delegation; it gives nothing until {@link #approve}. All that is wrong is told at once (422). */
    Delegation propose(Caller caller, DelegationRules.Wanted wanted) {
        caller.requireUnit(PROPOSE, wanted.unitId());
        Delegation proposed = rules.proposal(Ids.next(), caller, wanted, clock.instant());
        return transactions.in(() -> {
            delegations.insert(proposed);
            record("proposed", proposed, caller.actor(), null);
            return proposed;
        });
    }

    /** Those that hold, or wait, for the same decision in the same unit; newest first. */
    List<Delegation> alike(Caller caller, DelegationRules.Wanted wanted) {
        caller.requireUnit(PROPOSE, wanted.unitId());
        Delegation proposal = rules.proposal(Ids.next(), caller, wanted, clock.instant());
        return proposal.caseTypeKeys().stream()
                .flatMap(type -> delegations.of(caller.authorityId(), type, proposal.decisionTypeKey()).stream())
                .filter(each -> each.unitId().equals(proposal.unitId()))
                .filter(each -> each.state() == Delegation.State.PROPOSED || each.holdsLater(today()))
                .distinct()
                .sorted(java.util.Comparator.comparing(
                                (Delegation each) -> each.id().toString())
                        .reversed())
                .limit(ALIKE)
                .toList();
    }

    /** The second person makes it hold. */
    Delegation approve(Caller caller, UUID id, long expected) {
        return settle(caller, id, expected, found -> {
            if (isBound(caller, found)) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Någon annan än den som föreslog delegationen och den som får den ska godkänna, och ingen av er får vara vikarie för den andra.",
                        "Somebody other than the proposer and the one who gets it must approve, neither substituting for the other.");
            }
            Delegation approved = found.approvedBy(caller.userId(), clock.instant());
            record("approved", approved, caller.actor(), null);
            return approved;
        });
    }

    /** It gives nothing: refused by somebody who may approve, or withdrawn by its proposer. */
    Delegation refuse(Caller caller, UUID id, long expected, String reason) {
        return settle(caller, id, expected, found -> {
            boolean own = found.proposed() != null && found.proposed().userId().equals(caller.userId());
            if (!own && !caller.may(DECIDE)) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Bara den som får godkänna kan avslå förslaget, och bara den som lade det kan ta tillbaka det.",
                        "Only who may approve can refuse the proposal, and only its proposer can withdraw it.");
            }
            Delegation refused = found.refusedBy(caller.userId(), clock.instant(), reason);
            record(own ? "withdrawn" : "refused", refused, caller.actor(), reason);
            return refused;
        });
    }

    /** Ends it from today on, or after a last day to come. */
    Delegation end(Caller caller, UUID id, long expected, String reason, @Nullable LocalDate lastDay) {
        return settle(caller, id, expected, found -> {
            if (!caller.require(PROPOSE).coversUnit(found.unitId())) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Delegationen gäller en enhet som inte är din.",
                        "The delegation is for a unit that is not yours.");
            }
            Delegation ended = found.endedBy(caller.userId(), rules.endOf(found, lastDay, today()), reason);
            record("ended", ended, caller.actor(), reason);
            return ended;
        });
    }

    private Delegation settle(
            Caller caller, UUID id, long expected, java.util.function.UnaryOperator<Delegation> change) {
        return transactions.in(() -> {
            Delegation found = delegations
                    .lock(caller.authorityId(), id)
                    .orElseThrow(ProblemException::notFound)
                    .requireVersion(expected);
            Delegation next = change.apply(found);
            delegations.update(next);
            return next;
        });
    }

    /** Whether the person cannot be the second one: proposed it, gets it, or substitutes for one who does. */
    private boolean isBound(Caller caller, Delegation found) {
        Set<UUID> bound = independence.boundTo(caller.authorityId(), caller.userId());
        return found.proposed() != null && bound.contains(found.proposed().userId())
                || found.holderId() != null && bound.contains(found.holderId());
    }

    /** Whether the person may approve it now. */
    boolean mayDecide(Caller caller, Delegation each) {
        return each.state() == Delegation.State.PROPOSED && caller.may(DECIDE) && !isBound(caller, each);
    }

    /** Whether the person may end it now. */
    boolean mayEnd(Caller caller, Delegation each) {
        return each.state() == Delegation.State.ACTIVE
                && each.holdsLater(today())
                && caller.held(PROPOSE)
                        .filter(held -> held.coversUnit(each.unitId()))
                        .isPresent();
    }

    private void record(String change, Delegation each, Actor actor, @Nullable String reason) {
        Map<String, Object> attributes = new HashMap<>(Map.of(
                "change",
                change,
                "decisionType",
                each.decisionTypeKey(),
                "caseTypes",
                String.join(",", each.caseTypeKeys()),
                "unitId",
                each.unitId().toString(),
                "validFrom",
                each.validFrom().toString(),
                "documentRef",
                each.documentRef()));
        if (each.holderRole() != null) {
            attributes.put("holderRole", each.holderRole());
        }
        if (each.limit() != null) {
            attributes.put("amountLimit", each.limit().kronor());
        }
        if (each.ending() != null) {
            attributes.put("endedOn", each.ending().on().toString());
        }
        NewEvent event = NewEvent.inAuthority(each.authorityId(), "DelegationChanged", clock.instant(), actor)
                .withAttributes(attributes)
                .withReason(null, reason);
        events.append(
                each.holderId() == null
                        ? event.withObjects("delegation:" + each.id())
                        : event.withObjects("delegation:" + each.id(), "user:" + each.holderId()));
    }

    /** The legal day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
