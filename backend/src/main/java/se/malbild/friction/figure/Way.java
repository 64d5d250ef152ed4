// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.friction.log.EventClass;

/**
 * The way down from a figure: what to add to the filter in use to get its cases.
 *
 * @param without activities that they do not contain
 */
public record Way(
        List<String> without,
        List<EventClass> classes,
        @Nullable String edgeFrom,
        @Nullable String edgeTo,
        CaseFilter.@Nullable Pattern pattern) {

    static Way ofClass(EventClass... classes) {
        return new Way(List.of(), List.of(classes), null, null, null);
    }

    static Way without(List<String> activities) {
        return new Way(activities, List.of(), null, null, null);
    }

    static Way ofEdge(String from, String to) {
        return new Way(List.of(), List.of(), from, to, null);
    }

    static Way ofPattern(CaseFilter.Pattern pattern) {
        return new Way(List.of(), List.of(), null, null, pattern);
    }
}
