// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access;

import static se.malbild.access.permission.Role.ADMINISTRATOR;
import static se.malbild.access.permission.Role.API_CLIENT;
import static se.malbild.access.permission.Role.AUDITOR;
import static se.malbild.access.permission.Role.EXECUTIVE;
import static se.malbild.access.permission.Role.UNIT_MANAGER;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.malbild.access.permission.Role;

/** Who may what, copied by hand from the table of roles and permissions in the specification. */
final class RoleTable {
    static final Map<String, Set<Role>> MAY = new HashMap<>();

    private static final EnumSet<Role> STAFF = EnumSet.complementOf(EnumSet.of(API_CLIENT));

    static {
        MAY.put("job:read", STAFF);
        MAY.put("job:cancel", STAFF);
        MAY.put("unit:read", STAFF);
        MAY.put("unit:manage", EnumSet.of(ADMINISTRATOR));
        MAY.put("user:read", EnumSet.of(ADMINISTRATOR, EXECUTIVE, AUDITOR, UNIT_MANAGER));
        MAY.put("user:manage", EnumSet.of(ADMINISTRATOR));
        MAY.put("grant:propose", EnumSet.of(ADMINISTRATOR, UNIT_MANAGER));
        MAY.put("grant:approve", EnumSet.of(ADMINISTRATOR, EXECUTIVE));
        MAY.put("grant:revoke", EnumSet.of(ADMINISTRATOR));
    }

    private RoleTable() {}
}
