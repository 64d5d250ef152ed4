// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.change;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two versions of a model. Immutable.
 *
 * @param code of the criterion, perspective or indicator, or the level; empty for the model as a whole
 * @param name what it is called; empty for the model as a whole
 * @param field what of it; empty where all of it was added or removed
 * @param locale language of a text
 */
public record ModelChange(
        Part part,
        String code,
        Map<String, String> name,
        Kind kind,
        String field,
        @Nullable String locale,
        @Nullable String before,
        @Nullable String after,
        ModelStep step) {

    /** Where in the model. */
    public enum Part {
        MODEL,
        SCALE,
        PERSPECTIVE,
        CRITERION,
        INDICATOR
    }

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
