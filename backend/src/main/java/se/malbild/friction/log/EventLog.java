// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.List;
import java.util.Map;

/**
 * An event log (händelselogg) as columns: events sorted by case, then (instant, position in the file), so that no kernel sorts. Arrays
 * are shared and never changed after {@link LogBuilder#build()}; safe to read from many threads.
 *
 * @param caseIds one for each case; not necessarily distinct
 * @param caseOffset length n + 1: events of case c stand at {@code caseOffset[c] … caseOffset[c + 1] - 1}; no case is empty
 * @param activity index into {@code activities}
 * @param instantMicros microseconds since 1970-01-01T00:00:00Z
 * @param resource index into {@code resources}, −1 for none; never shown
 * @param group index into {@code groups}, −1 for none
 * @param lifecycle index into {@code lifecycles}, −1 for none
 * @param caseAttributes name → value of each case, null where the case has none
 */
public record EventLog(String[] caseIds, int[] caseOffset, int[] activity, String[] activities, long[] instantMicros, int[] resource,
        String[] resources, int[] group, String[] groups, int[] lifecycle, String[] lifecycles, Map<String, String[]> caseAttributes,
        LogQuality quality) {

    /** Number of cases. */
    public int cases() {
        return caseIds.length;
    }

    /** Number of events. */
    public int events() {
        return activity.length;
    }

    /** Names of activities in the order they were first seen. */
    public List<String> activityNames() {
        return List.of(activities);
    }
}
