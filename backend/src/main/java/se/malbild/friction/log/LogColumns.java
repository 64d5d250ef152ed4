// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A log as named columns of bytes, for storing. Names of resources are not among them: once a log is in, people are numbers, and only
 * whether a number is a system is kept.
 */
public final class LogColumns {
    private static final String ATTRIBUTES = "attributes";

    private LogColumns() {}

    /**
     * A log whose resources are numbers.
     *
     * @param log its {@code resources} are empty strings
     * @param systemResource whether each resource is a system
     */
    public record Nameless(EventLog log, boolean[] systemResource) {}

    /** Takes the names of people away, and case attributes that by their name hold such. */
    public static Nameless nameless(EventLog log) {
        Map<String, String[]> attributes = new HashMap<>(log.caseAttributes());
        attributes.keySet().removeIf(PersonalAttributes::isPersonal);
        boolean[] system = new boolean[log.resources().length];
        String[] names = new String[system.length];
        for (int r = 0; r < system.length; r++) {
            system[r] = SystemNames.isSystem(log.resources()[r]);
            names[r] = "";
        }
        return new Nameless(
                new EventLog(
                        log.caseIds(),
                        log.caseOffset(),
                        log.activity(),
                        log.activities(),
                        log.instantMicros(),
                        log.resource(),
                        names,
                        log.group(),
                        log.groups(),
                        log.lifecycle(),
                        log.lifecycles(),
                        attributes,
                        log.quality()),
                system);
    }

    /** Column name → bytes. */
    public static Map<String, byte[]> pack(Nameless nameless) {
        EventLog log = nameless.log();
        Map<String, byte[]> columns = new LinkedHashMap<>();
        columns.put("case_ids", ColumnCodec.pack(log.caseIds()));
        columns.put("case_offset", ColumnCodec.pack(log.caseOffset()));
        columns.put("activity", ColumnCodec.pack(log.activity()));
        columns.put("activities", ColumnCodec.pack(log.activities()));
        columns.put("instant", ColumnCodec.pack(log.instantMicros()));
        columns.put("resource", ColumnCodec.pack(log.resource()));
        int[] system = new int[nameless.systemResource().length];
        for (int r = 0; r < system.length; r++) {
            system[r] = nameless.systemResource()[r] ? 1 : 0;
        }
        columns.put("system_resource", ColumnCodec.pack(system));
        columns.put("group", ColumnCodec.pack(log.group()));
        columns.put("groups", ColumnCodec.pack(log.groups()));
        columns.put("lifecycle", ColumnCodec.pack(log.lifecycle()));
        columns.put("lifecycles", ColumnCodec.pack(log.lifecycles()));
        List<String> names = new ArrayList<>(log.caseAttributes().keySet());
        names.sort(null);
        columns.put(ATTRIBUTES, ColumnCodec.pack(names.toArray(String[]::new)));
        for (int i = 0; i < names.size(); i++) {
            columns.put(
                    "attribute_" + i,
                    ColumnCodec.pack(Objects.requireNonNull(log.caseAttributes().get(names.get(i)))));
        }
        return columns;
    }

    /** The log of such columns. */
    public static Nameless unpack(Map<String, byte[]> columns, LogQuality quality) {
        int[] marks = ColumnCodec.ints(column(columns, "system_resource"));
        boolean[] system = new boolean[marks.length];
        String[] nobody = new String[marks.length];
        for (int r = 0; r < marks.length; r++) {
            system[r] = marks[r] == 1;
            nobody[r] = "";
        }
        @Nullable String[] names = ColumnCodec.strings(column(columns, ATTRIBUTES));
        Map<String, String[]> attributes = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            attributes.put(
                    Objects.requireNonNull(names[i]), shared(ColumnCodec.strings(column(columns, "attribute_" + i))));
        }
        EventLog log = new EventLog(
                ColumnCodec.strings(column(columns, "case_ids")),
                ColumnCodec.ints(column(columns, "case_offset")),
                ColumnCodec.ints(column(columns, "activity")),
                ColumnCodec.strings(column(columns, "activities")),
                ColumnCodec.longs(column(columns, "instant")),
                ColumnCodec.ints(column(columns, "resource")),
                nobody,
                ColumnCodec.ints(column(columns, "group")),
                ColumnCodec.strings(column(columns, "groups")),
                ColumnCodec.ints(column(columns, "lifecycle")),
                ColumnCodec.strings(column(columns, "lifecycles")),
                attributes,
                quality);
        return new Nameless(log, system);
    }

    /** One object for each different value. */
    private static @Nullable String[] shared(@Nullable String[] values) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            values[i] = value == null ? null : seen.computeIfAbsent(value, same -> same);
        }
        return values;
    }

    private static byte[] column(Map<String, byte[]> columns, String name) {
        byte[] bytes = columns.get(name);
        if (bytes == null) {
            throw new IllegalStateException("the log lacks its column " + name);
        }
        return bytes;
    }
}
