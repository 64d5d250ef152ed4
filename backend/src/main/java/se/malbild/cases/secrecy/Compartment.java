// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.problem.ProblemException;

/**
 * A named set of people across units (avskärmning, OSL 8:2 §: secrecy holds inside an authority too).
 *
 * @param createdBy absent for what was loaded from elsewhere
 * @param endedAt when it ended; absent while it takes in cases. Its cases stay in it, and closed, until each is taken out
 */
public record Compartment(
        UUID id,
        UUID authorityId,
        String name,
        String purpose,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy,
        @Nullable String endReason) {

    /** A new one. */
    public static Compartment made(
            UUID id, UUID authorityId, String name, String purpose, @Nullable UUID by, Instant at) {
        return new Compartment(id, authorityId, name, purpose, by, at, null, null, null);
    }

    /** Whether it takes in no more cases. */
    public boolean ended() {
        return endedAt != null;
    }

    /** Under another name; 409 where it has ended. */
    Compartment renamed(String newName, String newPurpose) {
        requireRunning();
        return new Compartment(id, authorityId, newName, newPurpose, createdBy, createdAt, endedAt, endedBy, endReason);
    }

    /** Ended; 409 where it has ended already. */
    Compartment endedBy(UUID by, Instant at, String reason) {
        requireRunning();
        return new Compartment(id, authorityId, name, purpose, createdBy, createdAt, at, by, reason);
    }

    private void requireRunning() {
        if (ended()) {
            throw ProblemException.conflict("Avskärmningen är avslutad.", "The compartment has ended.");
        }
    }
}
