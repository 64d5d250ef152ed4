// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strings as numbers, in the order they were first seen. Exact: no trimming, no case folding, no Unicode normalisation. */
public final class Dictionary {
    /** Number of a missing or empty value. */
    public static final int NONE = -1;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private long text;

    /** Number of {@code value}; missing and empty are both {@link #NONE}. */
    public int code(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return NONE;
        }
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        codes.put(value, values.size());
        values.add(value);
        text += value.length();
        return values.size() - 1;
    }

    /** How many there are. */
    public int size() {
        return values.size();
    }

    /** Characters of all of them. */
    long text() {
        return text;
    }

    /** The strings, by number. */
    public String[] values() {
        return values.toArray(String[]::new);
    }
}
