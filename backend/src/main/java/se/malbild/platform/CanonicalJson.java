// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that is always the same text for the same thing: members by name, nothing that is absent. A signature covers the SHA-256 of such
 * a text, so what has been signed is kept as that text. Safe to share between threads.
 */
public final class CanonicalJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private CanonicalJson() {}

    /** The one text of a thing. */
    public static String text(Object thing) {
        return JSON.writeValueAsString(thing);
    }

    /** The thing in such a text. */
    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
