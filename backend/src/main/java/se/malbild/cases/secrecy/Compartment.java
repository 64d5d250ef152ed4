// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.secrecy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named set of people across units (avskärmning, OSL 8:2 §: secrecy holds inside an authority too).
 *
 * @param createdBy absent for what was loaded from elsewhere
 */
public record Compartment(
        UUID id,
        UUID authorityId,
        String name,
        String purpose,
        @Nullable UUID createdBy,
        Instant createdAt) {}
