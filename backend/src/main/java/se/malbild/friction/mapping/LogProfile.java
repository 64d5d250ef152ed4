// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mapping;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventClass;

/**
 * The confirmed mapping of a log (mappningsprofil).
 *
 * @param classes activity → class; activities that are not in it have none
 * @param endActivities activities that end a case; empty where that is not known
 * @param confirmedAt when a person confirmed it; absent before
 * @param version 0 before the first
 */
public record LogProfile(
        Map<String, EventClass> classes,
        Set<String> endActivities,
        @Nullable Instant confirmedAt,
        long version) {

    /** Nothing confirmed. */
    public static final LogProfile NONE = new LogProfile(Map.of(), Set.of(), null, 0);

    /** Whether a person has confirmed it; until then no class is used. */
    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** Classes that some activity is mapped to. */
    public Set<EventClass> mapped() {
        EnumSet<EventClass> mapped = EnumSet.noneOf(EventClass.class);
        mapped.addAll(classes.values());
        return mapped;
    }
}
