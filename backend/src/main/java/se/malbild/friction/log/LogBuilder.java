// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects a log case by case and sorts each case by (instant, position). Used by one thread. */
public final class LogBuilder {
    /** Different case attributes that are kept; the rest are told of. */
    static final int MOST_ATTRIBUTES = 200;
    /** Different activities one log may have. */
    static final int MOST_ACTIVITIES = 20_000;
    /** Characters of all names and ids together. */
    static final long MOST_TEXT = 200_000_000L;

    private final Dictionary activities = new Dictionary();
    private final Dictionary resources = new Dictionary();
    private final Dictionary groups = new Dictionary();
    private final Dictionary lifecycles = new Dictionary();
    private final List<String> caseIds = new ArrayList<>();
    private final Set<String> seenIds = new HashSet<>();
    private final Ints offsets = new Ints();
    private final Ints activity = new Ints();
    private final Ints.Longs instants = new Ints.Longs();
    private final Ints resource = new Ints();
    private final Ints group = new Ints();
    private final Ints lifecycle = new Ints();
    private final Map<String, Map<Integer, String>> caseAttributes = new HashMap<>();
    private final List<LogQuality.Finding> findings = new ArrayList<>();
    private final String assumedZone;

    private int caseStart;
    private int traces;
    private int emptyTraces;
    private int rejected;
    private int withoutOffset;
    private int repeatedIds;
    private int withoutResource;
    private int findingsTotal;
    private long idText;
    private final Map<String, String> values = new HashMap<>();
    private boolean attributesLeftOut;

    /** @param assumedZone zone that times without offset are read in; only told, not used here */
    public LogBuilder(String assumedZone) {
        this.assumedZone = assumedZone;
        offsets.add(0);
    }

    /** Adds an event to the case under way. */
    public void event(
            String activityName,
            long micros,
            @Nullable String resourceName,
            @Nullable String groupName,
            @Nullable String transition) {
        activity.add(activities.code(activityName));
        instants.add(micros);
        int resourceCode = resources.code(resourceName);
        resource.add(resourceCode);
        if (resourceCode == Dictionary.NONE) {
            withoutResource++;
        }
        group.add(groups.code(groupName));
        lifecycle.add(lifecycles.code(transition));
    }

    /** Ends the case under way; one without events is only counted. */
    public void endCase(@Nullable String caseId, int line, Map<String, String> attributes) {
        traces++;
        if (activity.size() == caseStart) {
            emptyTraces++;
            finding(line, "case_without_events", caseId == null ? "" : caseId);
            return;
        }
        String id = caseId == null ? "" : caseId;
        if (caseId == null) {
            finding(line, "case_without_id", "");
        } else if (!seenIds.add(id)) {
            repeatedIds++;
            finding(line, "case_id_repeated", id);
        }
        int index = caseIds.size();
        attributes.forEach((name, value) -> attribute(index, line, name, value));
        caseIds.add(id);
        idText += id.length();
        caseStart = activity.size();
        offsets.add(caseStart);
    }

    private void attribute(int index, int line, String name, String value) {
        Map<Integer, String> column = caseAttributes.get(name);
        if (column == null && caseAttributes.size() == MOST_ATTRIBUTES) {
            if (!attributesLeftOut) {
                attributesLeftOut = true;
                finding(line, "attribute_left_out", name);
            }
            return;
        }
        caseAttributes
                .computeIfAbsent(name, key -> new HashMap<>())
                .put(index, values.computeIfAbsent(value, same -> same));
    }

    /** Whether the log has outgrown what is taken in, so that memory stays bounded whatever the file says. */
    boolean isOverLimit() {
        return activities.size() > MOST_ACTIVITIES
                || idText + activities.text() + resources.text() + groups.text() > MOST_TEXT;
    }

    /** An event that is left out. */
    public void reject(int line, String code, String value) {
        rejected++;
        finding(line, code, value);
    }

    /** A time without offset was read in the assumed zone. */
    public void withoutOffset(int line, String text) {
        if (withoutOffset++ == 0) {
            finding(line, "timestamp_without_offset", text);
        }
    }

    /** Something worth telling. */
    public void finding(int line, String code, String value) {
        findingsTotal++;
        if (findings.size() < LogQuality.MOST_FINDINGS) {
            findings.add(
                    new LogQuality.Finding(line, code, value.length() > 100 ? value.substring(0, 100) + "…" : value));
        }
    }

    /** Number of events so far. */
    public int events() {
        return activity.size();
    }

    /** The finished log. */
    public EventLog build() {
        int[] caseOffset = offsets.toArray();
        long[] instant = instants.toArray();
        int[][] columns = {activity.toArray(), resource.toArray(), group.toArray(), lifecycle.toArray()};
        int outOfOrder = 0;
        int ties = 0;
        for (int c = 0; c + 1 < caseOffset.length; c++) {
            if (sort(caseOffset[c], caseOffset[c + 1], instant, columns)) {
                outOfOrder++;
            }
            for (int e = caseOffset[c] + 1; e < caseOffset[c + 1]; e++) {
                ties += instant[e] == instant[e - 1] ? 1 : 0;
            }
        }
        LogQuality quality = new LogQuality(
                traces,
                emptyTraces,
                rejected,
                withoutOffset,
                assumedZone,
                ties,
                outOfOrder,
                repeatedIds,
                withoutResource,
                List.copyOf(findings),
                findingsTotal);
        return new EventLog(
                caseIds.toArray(String[]::new),
                caseOffset,
                columns[0],
                activities.values(),
                instant,
                columns[1],
                resources.values(),
                columns[2],
                groups.values(),
                columns[3],
                lifecycles.values(),
                attributeColumns(),
                quality);
    }

    private Map<String, String[]> attributeColumns() {
        Map<String, String[]> columns = new HashMap<>();
        caseAttributes.forEach((name, values) -> {
            String[] column = new String[caseIds.size()];
            values.forEach((index, value) -> column[index] = value);
            columns.put(name, column);
        });
        return columns;
    }

    /** Sorts one case by instant, keeping the file's order among equals; says whether anything moved. */
    private static boolean sort(int from, int to, long[] instant, int[][] columns) {
        boolean ordered = true;
        for (int e = from + 1; e < to && ordered; e++) {
            ordered = instant[e - 1] <= instant[e];
        }
        if (ordered) {
            return false;
        }
        Integer[] order = new Integer[to - from];
        for (int i = 0; i < order.length; i++) {
            order[i] = from + i;
        }
        java.util.Arrays.sort(order, Comparator.comparingLong(e -> instant[e]));
        long[] sortedInstants = new long[order.length];
        int[] sorted = new int[order.length];
        for (int[] column : columns) {
            for (int i = 0; i < order.length; i++) {
                sorted[i] = column[order[i]];
            }
            System.arraycopy(sorted, 0, column, from, order.length);
        }
        for (int i = 0; i < order.length; i++) {
            sortedInstants[i] = instant[order[i]];
        }
        System.arraycopy(sortedInstants, 0, instant, from, order.length);
        return true;
    }
}
