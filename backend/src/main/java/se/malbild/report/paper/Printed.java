// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report.paper;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.malbild.report.content.ReportContent;

/**
 * What is written on paper: a report in one language, with its texts and who has signed it.
 *
 * @param authority the authority's name
 * @param sections texts beside the figures, by section as in the contract
 * @param signedBy name and title of who has signed it; absent = a draft
 * @param hash SHA-256 of texts and contents, in hex
 */
public record Printed(
        Locale locale,
        String authority,
        String title,
        @Nullable String summary,
        @Nullable String proposal,
        Map<String, String> sections,
        Instant createdAt,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        String hash,
        ReportContent content) {}
