// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in its table.
 *
 * @param seq number in the outbox, given after commit; absent until then
 * @param objectRefs JSON array of {@code kind:id}
 * @param attributes JSON object; absent once the payload is disposed of
 */
public record EventRow(
        UUID id,
        UUID authorityId,
        UUID chainId,
        int chainSeq,
        @Nullable Long seq,
        Instant occurredAt,
        Instant recordedAt,
        String activity,
        @Nullable UUID caseTypeId,
        @Nullable Integer caseTypeVersion,
        String objectRefs,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String role,
        @Nullable UUID unitId,
        @Nullable UUID onBehalfOf,
        @Nullable String channel,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Long durationMs,
        @Nullable String correlationId,
        @Nullable String attributes,
        String secrecyLevel,
        byte[] payloadHash,
        byte[] prevHash,
        byte[] hash) {

    /** The same row with {@code value} as its hash. */
    EventRow withHash(byte[] value) {
        return new EventRow(
                id,
                authorityId,
                chainId,
                chainSeq,
                seq,
                occurredAt,
                recordedAt,
                activity,
                caseTypeId,
                caseTypeVersion,
                objectRefs,
                actorKind,
                actorId,
                role,
                unitId,
                onBehalfOf,
                channel,
                fromState,
                toState,
                reasonCode,
                reason,
                durationMs,
                correlationId,
                attributes,
                secrecyLevel,
                payloadHash,
                prevHash,
                value);
    }
}
