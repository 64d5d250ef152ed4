// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in (uppladdning). Belongs to who began it.
 *
 * @param declaredSize bytes in all, told beforehand
 * @param received bytes that have come, without gaps from the first
 * @param sha256 address of the whole, when it has come
 * @param inspected what it was found to be, when it has come
 */
public record Upload(
        UUID id,
        UUID authorityId,
        UUID userId,
        String fileName,
        @Nullable String declaredType,
        long declaredSize,
        @Nullable String expectedHash,
        long received,
        @Nullable String sha256,
        @Nullable Inspected inspected,
        @Nullable Instant usedAt,
        Instant touchedAt) {
    /** How long an upload that nobody goes on with is kept. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Whether the whole has come. */
    public boolean complete() {
        return sha256 != null;
    }

    /** When it is forgotten unless used. */
    public Instant expiresAt() {
        return touchedAt.plus(KEPT);
    }
}
