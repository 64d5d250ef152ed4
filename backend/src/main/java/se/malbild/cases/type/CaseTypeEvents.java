// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.Sha256;
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
                        Sha256.hex(row.configuration()))));
    }
}
