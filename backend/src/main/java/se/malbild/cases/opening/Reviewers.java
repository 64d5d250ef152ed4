// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.opening;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.access.user.UserRepository;

/** Who answers for it that an emergency opening is reviewed: the managers of the unit, and the auditors. */
@Singleton
class Reviewers {
    private final UserRepository users;
    private final Units units;

    Reviewers(UserRepository users, Units units) {
        this.users = users;
        this.units = units;
    }

    /** Managers of the unit, and of those above it, on the day. */
    Set<UUID> managers(UUID authorityId, UUID unitId, LocalDate day) {
        return users.grantsByRole(authorityId, Set.of(Role.UNIT_MANAGER)).stream()
                .filter(grant -> grant.holdsOn(day)
                        && units.withBelow(authorityId, grant.unitId()).contains(unitId))
                .map(Grant::userId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The auditors of the day. */
    Set<UUID> auditors(UUID authorityId, LocalDate day) {
        return users.grantsByRole(authorityId, Set.of(Role.AUDITOR)).stream()
                .filter(grant -> grant.holdsOn(day))
                .map(Grant::userId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
