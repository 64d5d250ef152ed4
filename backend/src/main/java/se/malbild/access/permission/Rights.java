// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.malbild.access.substitution.Substitution;
import se.malbild.access.substitution.SubstitutionRepository;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;

/** Works out what somebody may do on a day: the roles held then, and whom the person stands in for. */
@Singleton
public class Rights {
    private final UserRepository users;
    private final Units units;
    private final RolePermissions roles;
    private final SubstitutionRepository substitutions;
    private final Keys.Source keys;

    Rights(
            UserRepository users,
            Units units,
            RolePermissions roles,
            SubstitutionRepository substitutions,
            Keys.Source keys) {
        this.users = users;
        this.units = units;
        this.roles = roles;
        this.substitutions = substitutions;
        this.keys = keys;
    }

    /** The roles held on the day. */
    public List<Grant> grants(UUID authorityId, UUID userId, LocalDate day) {
        return users.grantsOf(authorityId, userId).stream()
                .filter(grant -> grant.holdsOn(day))
                .toList();
    }

    /** Permission → how far, all grants together. */
    public Map<String, Held> held(UUID authorityId, List<Grant> grants) {
        Map<String, Held> all = new HashMap<>();
        for (Grant grant : grants) {
            Set<UUID> below = units.withBelow(authorityId, grant.unitId());
            roles.of(grant.role())
                    .forEach((permission, reaches) -> all.merge(
                            permission,
                            new Held(
                                    reaches,
                                    reaches.contains(Reach.UNIT) || reaches.contains(Reach.NUMBERS) ? below : Set.of()),
                            Held::and));
        }
        return Map.copyOf(all);
    }

    /** What opens single things for the person now, beside the roles. */
    public Keys keys(UUID authorityId, UUID userId) {
        return keys.of(authorityId, userId);
    }

    /** Whom the person stands in for that day; nobody whose account is closed. */
    public List<StandIn> standIns(UUID authorityId, UUID userId, LocalDate day) {
        List<Substitution> under = substitutions.ofSubstitute(authorityId, userId, day);
        if (under.isEmpty()) {
            return List.of();
        }
        Set<UUID> active = Set.copyOf(
                users
                        .byIds(
                                authorityId,
                                under.stream()
                                        .map(Substitution::principalId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .filter(Account::active)
                        .map(Account::id)
                        .toList());
        return under.stream()
                .filter(each -> active.contains(each.principalId()))
                .map(each -> new StandIn(
                        each.principalId(),
                        each.forCases(),
                        each.forDecisions(),
                        held(authorityId, grants(authorityId, each.principalId(), day))
                                .keySet()))
                .toList();
    }

    /** The person as a caller, for work that goes on after the request: rights are those of the day, not of when it was asked for. */
    public Optional<Caller> callerFor(UUID authorityId, UUID userId, UUID workId, LocalDate day) {
        return users.byIds(authorityId, List.of(userId)).stream()
                .filter(Account::active)
                .findFirst()
                .map(account -> {
                    List<Grant> grants = grants(authorityId, userId, day);
                    return new Caller(
                            authorityId,
                            userId,
                            workId,
                            account.userName(),
                            account.displayName(),
                            account.title(),
                            account.mustChangePassword(),
                            grants,
                            held(authorityId, grants),
                            standIns(authorityId, userId, day),
                            null,
                            keys(authorityId, userId));
                });
    }
}
