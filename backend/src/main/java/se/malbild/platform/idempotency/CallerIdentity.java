// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.idempotency;

import java.util.Optional;
import java.util.UUID;

/** Who calls, as far as keys need to know; answered by the feature that knows callers. */
public interface CallerIdentity {

    /** The caller of the request under way; empty where nobody is signed in. */
    Optional<Id> current();

    /** Keys of one caller never meet those of another. */
    record Id(UUID authorityId, UUID callerId) {}
}
