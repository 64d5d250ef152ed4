// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Numbers the sources of a report in the order they are first named. Lives while one report is composed; not shared. */
final class Sources {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<ReportContent.Source> sources = new ArrayList<>();

    /** The number of the source of that key; {@code make} makes it when it is first named. */
    int number(String key, IntFunction<ReportContent.Source> make) {
        return numbers.computeIfAbsent(key, unused -> {
            sources.add(make.apply(sources.size() + 1));
            return sources.size();
        });
    }

    List<ReportContent.Source> all() {
        return List.copyOf(sources);
    }
}
