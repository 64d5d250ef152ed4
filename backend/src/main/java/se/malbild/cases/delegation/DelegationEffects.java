// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.delegation;

import jakarta.inject.Singleton;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Held;
import se.malbild.access.permission.Rights;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;

/** What a delegation would change: whom it is for, and who of them could decide so already. */
@Singleton
class DelegationEffects {
    private static final String DECIDE = "case:decide";
    private static final int SHOWN = 200;

    private final DelegationRepository delegations;
    private final UserRepository users;
    private final Rights rights;
    private final Units units;

    DelegationEffects(DelegationRepository delegations, UserRepository users, Rights rights, Units units) {
        this.delegations = delegations;
        this.users = users;
        this.rights = rights;
        this.units = units;
    }

    /** What it does for a person. */
    enum Effect {
        ALREADY,
        ADDED,
        LACKS_ROLE;

        /** As in the contract. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody it is for. */
    record Person(Account account, Effect effect) {}

    /** Those it is for, by name, at most 200 of them; and how many they are. */
    record Effects(List<Person> people, int total) {}

    /** What a delegation would do if it held that day. */
    Effects of(Delegation wanted, LocalDate day) {
        List<Account> people = holders(wanted, day);
        Set<UUID> reach = units.withBelow(wanted.authorityId(), wanted.unitId());
        return new Effects(
                people.stream()
                        .limit(SHOWN)
                        .map(each -> new Person(each, effect(wanted, each.id(), reach, day)))
                        .toList(),
                people.size());
    }

    private List<Account> holders(Delegation wanted, LocalDate day) {
        Set<UUID> reach = units.withBelow(wanted.authorityId(), wanted.unitId());
        List<UUID> ids = wanted.holderId() != null
                ? List.of(wanted.holderId())
                : users
                        .grantsByRole(
                                wanted.authorityId(), Set.of(Role.of(Objects.requireNonNull(wanted.holderRole()))))
                        .stream()
                        .filter(grant -> grant.holdsOn(day))
                        .filter(grant -> reach.contains(grant.unitId())
                                || units.withBelow(wanted.authorityId(), grant.unitId())
                                        .contains(wanted.unitId()))
                        .map(Grant::userId)
                        .distinct()
                        .toList();
        return ids.isEmpty()
                ? List.of()
                : users.byIds(wanted.authorityId(), ids).stream()
                        .filter(Account::active)
                        .sorted(Comparator.comparing(Account::displayName, Collator.getInstance(Locale.of("sv"))))
                        .toList();
    }

    private Effect effect(Delegation wanted, UUID userId, Set<UUID> reach, LocalDate day) {
        List<Grant> grants = rights.grants(wanted.authorityId(), userId, day);
        Map<String, Held> held = rights.held(wanted.authorityId(), grants);
        Held decide = held.get(DECIDE);
        if (decide == null
                || !decide.wholeAuthority() && decide.unitIds().stream().noneMatch(reach::contains)) {
            return Effect.LACKS_ROLE;
        }
        boolean already = wanted.caseTypeKeys().stream()
                .allMatch(type -> delegations.of(wanted.authorityId(), type, wanted.decisionTypeKey()).stream()
                        .anyMatch(each -> gives(each, wanted, userId, grants, day)));
        return already ? Effect.ALREADY : Effect.ADDED;
    }

    /** Whether one that holds gives the person all that the wanted one would. */
    private boolean gives(Delegation each, Delegation wanted, UUID userId, List<Grant> grants, LocalDate day) {
        return each.holdsOn(day)
                && units.withBelow(wanted.authorityId(), each.unitId()).contains(wanted.unitId())
                && (each.limit() == null
                        || wanted.limit() != null
                                && each.limit().field().equals(wanted.limit().field())
                                && each.limit().kronor() >= wanted.limit().kronor())
                && (each.holderId() != null
                        ? each.holderId().equals(userId)
                        : grants.stream()
                                .anyMatch(grant -> grant.role().code().equals(each.holderRole())
                                        && units.withBelow(wanted.authorityId(), grant.unitId())
                                                .contains(wanted.unitId())));
    }
}
