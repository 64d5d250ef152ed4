// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.contract;

import java.util.Map;
import java.util.Set;

/**
 * What the contract says of one operation.
 *
 * @param permission {@code noun:verb}, or {@code none}
 * @param audience {@code staff}, {@code agency}, {@code participant} or {@code public}
 * @param parameters generated Java name → place and name, e.g. {@code ifMatch → header/If-Match}
 * @param jsonBody whether the request body, if any, is JSON only
 * @param open whether it needs no sign-in at all ({@code security: []})
 * @param export whether it gives something to take away: a file, a bundle ({@code x-export})
 * @param secretFields response fields with {@code format: password} or {@code x-secret}: never stored for a replay
 */
public record ContractOperation(
        String operationId,
        String method,
        String path,
        String permission,
        String audience,
        Map<String, String> parameters,
        boolean jsonBody,
        boolean open,
        boolean export,
        Set<String> secretFields) {

    /** Whether any signed-in caller may use it. */
    public boolean needsNoPermission() {
        return "none".equals(permission);
    }

    /** Whether participants use it, by a session of their own. */
    public boolean forParticipants() {
        return "participant".equals(audience);
    }

    /** Whether other agencies' systems use it, with a scope. */
    public boolean forAgencies() {
        return "agency".equals(audience);
    }

    /** Whether it takes an {@code Idempotency-Key}. */
    public boolean takesIdempotencyKey() {
        return parameters.containsValue("header/Idempotency-Key");
    }
}
