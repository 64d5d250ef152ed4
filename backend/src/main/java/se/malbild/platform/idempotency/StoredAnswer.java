// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer kept for repeats.
 *
 * @param operation operation it answered
 * @param contentHash SHA-256 of what was sent
 * @param headers JSON object of the headers worth repeating
 * @param body JSON; absent for an answer without body
 */
public record StoredAnswer(
        String operation,
        byte[] contentHash,
        int status,
        String headers,
        @Nullable String body) {}
