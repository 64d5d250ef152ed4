// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Events in the order they were published, as columns; numbers point into the names.
 *
 * @param caseSeq place of each event in its case's chain
 * @param actor who, −1 for nobody known
 * @param unit −1 for none
 * @param channel −1 for none
 */
public record EventColumns(
        String[] cases,
        int[] caseNumber,
        int[] caseSeq,
        long[] instantMicros,
        String[] activities,
        int[] activity,
        String[] actorKinds,
        int[] actorKind,
        String[] actors,
        int[] actor,
        String[] units,
        int[] unit,
        String[] channels,
        int[] channel) {

    /** How many events. */
    public int events() {
        return caseNumber.length;
    }

    /** Column name → bytes. */
    public Map<String, byte[]> pack() {
        Map<String, byte[]> packed = new LinkedHashMap<>();
        packed.put("cases", ColumnCodec.pack(cases));
        packed.put("case", ColumnCodec.pack(caseNumber));
        packed.put("case_seq", ColumnCodec.pack(caseSeq));
        packed.put("instant", ColumnCodec.pack(instantMicros));
        packed.put("activities", ColumnCodec.pack(activities));
        packed.put("activity", ColumnCodec.pack(activity));
        packed.put("actor_kinds", ColumnCodec.pack(actorKinds));
        packed.put("actor_kind", ColumnCodec.pack(actorKind));
        packed.put("actors", ColumnCodec.pack(actors));
        packed.put("actor", ColumnCodec.pack(actor));
        packed.put("units", ColumnCodec.pack(units));
        packed.put("unit", ColumnCodec.pack(unit));
        packed.put("channels", ColumnCodec.pack(channels));
        packed.put("channel", ColumnCodec.pack(channel));
        return packed;
    }

    /** The events of such columns. */
    public static EventColumns unpack(Map<String, byte[]> packed) {
        return new EventColumns(
                names(packed, "cases"),
                numbers(packed, "case"),
                numbers(packed, "case_seq"),
                ColumnCodec.longs(bytes(packed, "instant")),
                names(packed, "activities"),
                numbers(packed, "activity"),
                names(packed, "actor_kinds"),
                numbers(packed, "actor_kind"),
                names(packed, "actors"),
                numbers(packed, "actor"),
                names(packed, "units"),
                numbers(packed, "unit"),
                names(packed, "channels"),
                numbers(packed, "channel"));
    }

    /** The name a number points to, or null for −1. */
    public static @Nullable String name(String[] names, int number) {
        return number < 0 ? null : names[number];
    }

    private static int[] numbers(Map<String, byte[]> packed, String name) {
        return ColumnCodec.ints(bytes(packed, name));
    }

    private static String[] names(Map<String, byte[]> packed, String name) {
        @Nullable String[] read = ColumnCodec.strings(bytes(packed, name));
        String[] names = new String[read.length];
        for (int i = 0; i < read.length; i++) {
            names[i] = Objects.requireNonNull(read[i]);
        }
        return names;
    }

    private static byte[] bytes(Map<String, byte[]> packed, String name) {
        return Objects.requireNonNull(packed.get(name), name);
    }
}
