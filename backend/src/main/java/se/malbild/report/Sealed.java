// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import se.malbild.report.content.ReportContent;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts and contents of a report in one JSON text that is always the same for the same report: members by name, nothing that is absent.
 * The signature covers the SHA-256 of that text.
 */
final class Sealed {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Sealed() {}

    /** What is signed. */
    record Whole(
            String title,
            @Nullable String summary,
            @Nullable String proposal,
            ReportContent content) {}

    /** The one text of a report. */
    static String text(Whole whole) {
        return JSON.writeValueAsString(whole);
    }

    /** The contents in such a text. */
    static ReportContent content(String text) {
        return JSON.readValue(text, Whole.class).content();
    }

    /** The contents as JSON of their own. */
    static String json(ReportContent content) {
        return JSON.writeValueAsString(content);
    }
}
