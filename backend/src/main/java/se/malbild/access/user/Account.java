// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's account (konto).
 *
 * @param userName unique in the installation, letter case aside
 * @param status {@code active} or {@code closed}
 */
public record Account(
        UUID id,
        UUID authorityId,
        String userName,
        String displayName,
        @Nullable String title,
        @Nullable String email,
        String status,
        String passwordHash,
        boolean mustChangePassword,
        long version) {

    /** Whether the person may sign in. */
    public boolean active() {
        return "active".equals(status);
    }

    /** Without the hash, which is nobody's business. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
