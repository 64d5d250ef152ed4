// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.assessed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Role;
import se.malbild.access.permission.RolePermissions;
import se.malbild.access.unit.Units;
import se.malbild.platform.events.Actor;

/** Makes the act of a request: the caller, in the first role that gives the permission, now. */
@Singleton
public class Acts {
    private final RolePermissions roles;
    private final Clock clock;

    Acts(RolePermissions roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** Somebody doing something. */
    public record Act(Caller caller, Actor actor, Instant at) {

        /** The legal day it happens on. */
        public LocalDate day() {
            return LocalDate.ofInstant(at, Units.STOCKHOLM);
        }
    }

    /** The caller's act now. */
    public Act now(Caller caller, String permission) {
        List<Role> giving = caller.grants().stream()
                .map(Grant::role)
                .filter(role -> roles.of(role).containsKey(permission))
                .toList();
        return new Act(caller, caller.actor(giving), clock.instant());
    }

    /** Today in Stockholm. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Units.STOCKHOLM);
    }
}
