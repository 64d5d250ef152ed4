// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.CanonicalJson;
import se.malbild.report.content.ReportContent;

/** Texts and contents of a report in the one text that its signature covers. */
final class Sealed {
    private Sealed() {}

    /**
     * What is signed.
     *
     * @param sections texts beside the figures; absent where there are none, so that reports without them keep their hash
     */
    record Whole(
            String title,
            @Nullable String summary,
            @Nullable String proposal,
            @Nullable Map<String, String> sections,
            ReportContent content) {}

    /** The one text of a report. */
    static String text(Whole whole) {
        return CanonicalJson.text(whole);
    }

    /** The contents in such a text. */
    static ReportContent content(String text) {
        return CanonicalJson.read(text, Whole.class).content();
    }

    /** The contents as JSON of their own. */
    static String json(ReportContent content) {
        return CanonicalJson.text(content);
    }
}
