// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strings as numbers, in the order they were first seen. Exact: no trimming, no case folding, no Unicode normalisation. */
final class Dictionary {
    /** Number of a missing or empty value. */
    static final int NONE = -1;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    /** Number of {@code value}; missing and empty are both {@link #NONE}. */
    int code(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return NONE;
        }
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        codes.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    String[] values() {
        return values.toArray(String[]::new);
    }
}
