// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.kernel.CodePoints;
import se.malbild.friction.kernel.Distribution;
import se.malbild.friction.log.EventLog;

/**
 * What a filter can be set to, counted over the cases kept.
 *
 * @param activityCases cases that contain each activity, by number
 * @param hidden units that readers of numbers do not get
 */
public record FilterChoices(List<Attribute> attributes, List<UnitCases> units, int hidden, int[] activityCases) {
    private static final int MOST_VALUES = 200;

    /** A case attribute with few values; null stands for cases without it. */
    public record Attribute(String name, List<Value> values) {}

    /** A value and how many cases have it. */
    public record Value(@Nullable String value, int cases) {}

    /** A unit, by number, and the lead times of cases it has had a part in. */
    public record UnitCases(int unit, Distribution times) {
        /** How many. */
        public int cases() {
            return times.n();
        }
    }

    /** Counts them. */
    public static FilterChoices of(Selected s) {
        List<UnitCases> units = units(s);
        List<UnitCases> shown = s.numbersOnly() ? Hiding.small(units, UnitCases::cases) : units;
        return new FilterChoices(attributes(s), shown, units.size() - shown.size(), perActivity(s));
    }

    private static List<Attribute> attributes(Selected s) {
        List<Attribute> found = new ArrayList<>();
        new TreeMap<>(s.log().caseAttributes()).forEach((name, column) -> {
            Map<@Nullable String, Integer> counts = new HashMap<>();
            for (int c : s.kept().indexes()) {
                counts.merge(column[c], 1, Integer::sum);
                if (counts.size() > MOST_VALUES) {
                    return;
                }
            }
            List<Value> values = new ArrayList<>();
            counts.forEach((value, cases) -> values.add(new Value(value, cases)));
            values.sort(Comparator.comparingInt(Value::cases)
                    .reversed()
                    .thenComparing(each -> each.value() == null ? "" : each.value(), CodePoints::compare));
            found.add(new Attribute(name, s.numbersOnly() ? Hiding.small(values, Value::cases) : values));
        });
        return found;
    }

    private static List<UnitCases> units(Selected s) {
        EventLog log = s.log();
        int[] stamp = new int[log.groups().length];
        List<List<Long>> times = new ArrayList<>();
        Arrays.stream(stamp).forEach(each -> times.add(new ArrayList<>()));
        for (int c : s.kept().indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                int unit = log.group()[e];
                if (unit >= 0 && stamp[unit] != c + 1) {
                    stamp[unit] = c + 1;
                    times.get(unit).add(s.mined().duration(c));
                }
            }
        }
        return IntStream.range(0, stamp.length)
                .filter(unit -> !times.get(unit).isEmpty())
                .mapToObj(unit -> new UnitCases(
                        unit,
                        Distribution.of(times.get(unit).stream()
                                .mapToLong(Long::longValue)
                                .toArray())))
                .sorted(Comparator.comparingInt(UnitCases::cases).reversed().thenComparingInt(UnitCases::unit))
                .toList();
    }

    private static int[] perActivity(Selected s) {
        EventLog log = s.log();
        int[] stamp = new int[log.activities().length];
        int[] cases = new int[stamp.length];
        for (int c : s.kept().indexes()) {
            for (int e = log.caseOffset()[c]; e < log.caseOffset()[c + 1]; e++) {
                int a = log.activity()[e];
                if (stamp[a] != c + 1) {
                    stamp[a] = c + 1;
                    cases[a]++;
                }
            }
        }
        return cases;
    }
}
