// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.cases.decision.Delegation;
import se.malbild.cases.decision.DelegationRepository;
import se.malbild.cases.secrecy.CompartmentRepository;
import se.malbild.platform.problem.FieldFault;

/** People who handle and decide cases, and what the roles they hold let them do. */
@Singleton
public class Colleagues {
    private static final Set<Role> HANDLING =
            Set.of(Role.OFFICER, Role.DECISION_MAKER, Role.UNIT_MANAGER, Role.CONSULTANT);
    private static final Set<Role> ALL =
            Set.of(Role.OFFICER, Role.DECISION_MAKER, Role.UNIT_MANAGER, Role.CONSULTANT, Role.EXECUTIVE);

    private final UserRepository users;
    private final Units units;
    private final DelegationRepository delegations;
    private final CompartmentRepository compartments;

    Colleagues(
            UserRepository users, Units units, DelegationRepository delegations, CompartmentRepository compartments) {
        this.users = users;
        this.units = units;
        this.delegations = delegations;
        this.compartments = compartments;
    }

    /** Somebody with the roles held on a day. */
    public record Colleague(Account account, UUID unitId, List<Role> roles) {}

    /** Whether the person may be given cases of the unit. */
    public boolean canHandle(UUID authorityId, UUID userId, UUID unitId, LocalDate day) {
        return users.byIds(authorityId, List.of(userId)).stream().anyMatch(Account::active)
                && users.grantsOf(authorityId, userId).stream()
                        .anyMatch(grant -> grant.holdsOn(day)
                                && HANDLING.contains(grant.role())
                                && units.withBelow(authorityId, grant.unitId()).contains(unitId));
    }

    /** Those of the people who are not members of all the compartments, that day. */
    public Set<UUID> outside(UUID authorityId, Set<UUID> wanted, Collection<UUID> people, LocalDate day) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Map<UUID, Set<UUID>> inside = compartments.of(authorityId, people, day);
        return people.stream()
                .filter(each -> !inside.getOrDefault(each, Set.of()).containsAll(wanted))
                .collect(Collectors.toSet());
    }

    /** What is wrong with naming the person in the case, where the person is outside a compartment of it. */
    Optional<FieldFault> outside(CaseFile file, UUID person, LocalDate day, String pointer) {
        return outside(file.authorityId(), file.compartments(), List.of(person), day)
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(FieldFault.of(
                        pointer,
                        "outside_compartment",
                        "Personen är inte med i ärendets avskärmning.",
                        "The person is not inside the compartments of the case."));
    }

    /** The delegation by which the person may decide so in the unit that day, if any. */
    Optional<Delegation> delegation(
            UUID authorityId, UUID userId, CaseFile file, String decisionTypeKey, LocalDate day) {
        List<Grant> grants = users.grantsOf(authorityId, userId).stream()
                .filter(grant -> grant.holdsOn(day))
                .toList();
        return delegations.of(authorityId, file.caseTypeKey(), decisionTypeKey).stream()
                .filter(each -> each.holdsOn(day))
                .filter(each -> units.withBelow(authorityId, each.unitId()).contains(file.unitId()))
                .filter(each -> grants.stream()
                        .anyMatch(grant -> grant.role().code().equals(each.holderRole())
                                && units.withBelow(authorityId, grant.unitId()).contains(file.unitId())))
                .findFirst();
    }

    /** Everybody who handles or decides cases, by name; of a unit and those below where asked for. */
    public List<Colleague> all(UUID authorityId, @Nullable UUID unitId, LocalDate day) {
        Set<UUID> wanted = unitId == null ? Set.of() : units.withBelow(authorityId, unitId);
        Map<UUID, List<Grant>> byUser = new LinkedHashMap<>();
        users.grantsByRole(authorityId, ALL).stream()
                .filter(grant -> grant.holdsOn(day) && (unitId == null || wanted.contains(grant.unitId())))
                .forEach(grant -> byUser.computeIfAbsent(grant.userId(), key -> new ArrayList<>())
                        .add(grant));
        return users.byIds(authorityId, byUser.keySet()).stream()
                .filter(Account::active)
                .map(account -> colleague(account, byUser.getOrDefault(account.id(), List.of())))
                .sorted(Comparator.comparing(
                        (Colleague each) -> each.account().displayName(),
                        java.text.Collator.getInstance(java.util.Locale.of("sv"))))
                .toList();
    }

    private static Colleague colleague(Account account, List<Grant> grants) {
        return new Colleague(
                account,
                grants.getFirst().unitId(),
                grants.stream().map(Grant::role).distinct().sorted().toList());
    }

    /** Accounts by identity, for names. */
    public Map<UUID, Account> named(UUID authorityId, Collection<UUID> ids) {
        Map<UUID, Account> named = new HashMap<>();
        users.byIds(authorityId, ids.stream().distinct().toList()).forEach(account -> named.put(account.id(), account));
        return named;
    }
}
