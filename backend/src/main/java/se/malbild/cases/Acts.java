// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Grant;
import se.malbild.access.permission.Role;
import se.malbild.access.permission.RolePermissions;

/** Makes the act of a request: the caller, in the first role that gives the permission, now. */
@Singleton
public class Acts {
    private final RolePermissions roles;
    private final Clock clock;

    Acts(RolePermissions roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** The act of the caller in a role that gives {@code permission}. */
    public Act now(Caller caller, String permission) {
        List<Role> giving = caller.grants().stream()
                .map(Grant::role)
                .filter(role -> roles.of(role).containsKey(permission))
                .toList();
        return new Act(caller.actor(giving), caller.userId(), clock.instant(), caller.standIns());
    }
}
