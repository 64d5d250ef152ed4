// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;

/** The events of case types, in the authority's chain. Each holds the hash of the configuration, so that what was published can be shown. */
@Singleton
class CaseTypeEvents {
    private final EventWriter events;

    CaseTypeEvents(EventWriter events) {
        this.events = events;
    }

    void record(String activity, CaseTypeRow row, Instant at, Actor actor, @Nullable String reason) {
        events.append(NewEvent.inAuthority(row.authorityId(), activity, at, actor)
                .withCaseType(row.typeId(), row.version())
                .withObjects("case-type:" + row.typeId())
                .withReason(null, reason)
                .withAttributes(Map.of(
                        "key",
                        row.typeKey(),
                        "version",
                        row.version(),
                        "revision",
                        row.revision(),
                        "configurationHash",
                        sha256(row.configuration()))));
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
