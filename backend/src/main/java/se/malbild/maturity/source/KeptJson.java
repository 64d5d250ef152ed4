// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.source;

import tools.jackson.databind.json.JsonMapper;

/** Facts as they are kept: JSON with the hash of its text. */
public final class KeptJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptJson() {}

    /** The fact as text. */
    public static String write(Object fact) {
        return JSON.writeValueAsString(fact);
    }

    /** The fact in a text. */
    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
