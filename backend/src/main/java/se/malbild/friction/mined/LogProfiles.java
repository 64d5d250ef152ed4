// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mined;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.mapping.LogProfile;
import tools.jackson.databind.json.JsonMapper;

/** Confirmed mappings of imported logs, in the database. */
@Singleton
class LogProfiles {
    private final EventLogRepository logs;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    LogProfiles(EventLogRepository logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    /** As it lies in the database. */
    record Stored(Map<String, String> classes, List<String> endActivities) {}

    /** The mapping of a log; {@link LogProfile#NONE} before one is confirmed. */
    LogProfile of(LogRow row) {
        return logs.profile(row.authorityId(), row.id())
                .map(found -> {
                    Stored stored = json.readValue(found.profile(), Stored.class);
                    Map<String, EventClass> classes = new HashMap<>();
                    stored.classes()
                            .forEach((activity, code) ->
                                    EventClass.of(code).ifPresent(known -> classes.put(activity, known)));
                    return new LogProfile(
                            classes, Set.copyOf(stored.endActivities()), found.confirmedAt(), found.version());
                })
                .orElse(LogProfile.NONE);
    }

    /** Saves a mapping over the version that was read; false where it is no longer that. Call it inside a transaction. */
    boolean save(LogRow row, Map<String, EventClass> classes, Set<String> endActivities, UUID by, long expected) {
        Map<String, String> codes = new HashMap<>();
        classes.forEach((activity, known) -> codes.put(activity, known.code()));
        return logs.saveProfile(
                row.authorityId(),
                row.id(),
                json.writeValueAsString(
                        new Stored(codes, endActivities.stream().sorted().toList())),
                by,
                clock.instant(),
                expected);
    }
}
