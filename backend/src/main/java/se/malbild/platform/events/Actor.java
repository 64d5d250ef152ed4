// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param id user or client; absent for the system and for rules
 * @param role role it was done in, as in the contract
 * @param unitId unit it was done for
 * @param onBehalfOf the person a substitute stood in for
 */
public record Actor(
        Kind kind,
        @Nullable UUID id,
        @Nullable String role,
        @Nullable UUID unitId,
        @Nullable UUID onBehalfOf) {

    /** What kind of actor (CASES §4). */
    public enum Kind {
        USER,
        CLIENT,
        SYSTEM,
        RULE;

        /** As stored. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A signed-in person. */
    public static Actor user(UUID id, @Nullable String role, @Nullable UUID unitId) {
        return new Actor(Kind.USER, id, role, unitId, null);
    }

    /** Another agency's system. */
    public static Actor client(UUID id) {
        return new Actor(Kind.CLIENT, id, "api_client", null, null);
    }

    /** The same, standing in for somebody. */
    public Actor onBehalfOf(UUID principal) {
        return new Actor(kind, id, role, unitId, principal);
    }

    /** The product itself. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, null, null, null, null);
    }
}
