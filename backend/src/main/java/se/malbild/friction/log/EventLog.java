// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
public record EventLog(
        String[] caseIds,
        int[] caseOffset,
        int[] activity,
        String[] activities,
        long[] instantMicros,
        int[] resource,
        String[] resources,
        int[] group,
        String[] groups,
        int[] lifecycle,
        String[] lifecycles,
        Map<String, String[]> caseAttributes,
        LogQuality quality) {

    /** Number of cases. */
    public int cases() {
        return caseIds.length;
    }

    /** Number of events. */
    public int events() {
        return activity.length;
    }

    /**
     * The log with only some of its events; cases left with none are not in it.
     *
     * @param keptCases filled with the index each case had here; at least {@link #cases()} long
     */
    public EventLog keeping(BitSet keptEvents, int[] keptCases) {
        int[] from = keptEvents.stream().toArray();
        int[] offset = new int[cases() + 1];
        int n = 0;
        for (int c = 0; c < cases(); c++) {
            int count = keptEvents.get(caseOffset[c], caseOffset[c + 1]).cardinality();
            if (count > 0) {
                keptCases[n] = c;
                offset[n + 1] = offset[n] + count;
                n++;
            }
        }
        int kept = n;
        Map<String, String[]> attributes = new HashMap<>();
        caseAttributes.forEach((name, values) -> attributes.put(
                name,
                IntStream.range(0, kept).mapToObj(i -> values[keptCases[i]]).toArray(String[]::new)));
        return new EventLog(
                IntStream.range(0, kept).mapToObj(i -> caseIds[keptCases[i]]).toArray(String[]::new),
                Arrays.copyOf(offset, kept + 1),
                pick(activity, from),
                activities,
                Arrays.stream(from).mapToLong(e -> instantMicros[e]).toArray(),
                pick(resource, from),
                resources,
                pick(group, from),
                groups,
                pick(lifecycle, from),
                lifecycles,
                attributes,
                quality);
    }

    /** The same log with another note of its quality. */
    public EventLog judged(LogQuality other) {
        return new EventLog(
                caseIds,
                caseOffset,
                activity,
                activities,
                instantMicros,
                resource,
                resources,
                group,
                groups,
                lifecycle,
                lifecycles,
                caseAttributes,
                other);
    }

    private static int[] pick(int[] column, int[] from) {
        return Arrays.stream(from).map(e -> column[e]).toArray();
    }

    /** Names of activities in the order they were first seen. */
    public List<String> activityNames() {
        return List.of(activities);
    }
}
