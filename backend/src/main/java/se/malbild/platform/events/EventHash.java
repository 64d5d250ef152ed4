// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Sha256;

/**
 * The hashes of the event chain: SHA-256 over length-prefixed fields, so that no two different rows give the same bytes. The payload
 * (reason and attributes) enters by its own hash, so that it can be erased at disposal while the chain still verifies.
 */
final class EventHash {
    /** The hash before the first event of a chain. */
    static final byte[] START = new byte[32];

    private final MessageDigest digest = Sha256.digest();

    static byte[] ofPayload(@Nullable String reason, @Nullable String attributesJson) {
        return new EventHash().text(reason).text(attributesJson).bytes();
    }

    static byte[] of(EventRow row) {
        return new EventHash()
                .raw(row.prevHash())
                .text(row.chainId().toString())
                .number(row.chainSeq())
                .text(row.id().toString())
                .text(row.authorityId().toString())
                .instant(row.occurredAt())
                .instant(row.recordedAt())
                .text(row.activity())
                .text(string(row.caseTypeId()))
                .text(string(row.caseTypeVersion()))
                .text(row.objectRefs())
                .text(row.actorKind())
                .text(string(row.actorId()))
                .text(row.role())
                .text(string(row.unitId()))
                .text(string(row.onBehalfOf()))
                .text(row.channel())
                .text(row.fromState())
                .text(row.toState())
                .text(row.reasonCode())
                .text(string(row.durationMs()))
                .text(row.correlationId())
                .text(row.secrecyLevel())
                .raw(row.payloadHash())
                .bytes();
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private EventHash text(@Nullable String value) {
        if (value == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
            return this;
        }
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    private EventHash raw(byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    private EventHash number(long value) {
        digest.update(ByteBuffer.allocate(8).putLong(value).array());
        return this;
    }

    private EventHash instant(Instant value) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    private byte[] bytes() {
        return digest.digest();
    }
}
