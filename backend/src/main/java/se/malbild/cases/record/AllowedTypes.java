// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import java.util.Set;

/** The types of file that are given out again (CASES §7). Everything else is registered and withheld. */
final class AllowedTypes {
    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";
    static final String HTML = "text/html";
    static final String TEXT = "text/plain";
    /** What an old office file and an encrypted new one have in common; it cannot be looked into. */
    static final String OLE = "application/x-tika-msoffice";

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp");

    private static final Set<String> OTHERS = Set.of(
            PDF,
            ZIP,
            DOCX,
            XLSX,
            PPTX,
            OPEN_DOCUMENT + "text",
            OPEN_DOCUMENT + "spreadsheet",
            OPEN_DOCUMENT + "presentation",
            TEXT,
            "text/csv",
            "application/rtf",
            "message/rfc822",
            "image/webp",
            "image/heic",
            "audio/mpeg",
            "video/mp4");

    private AllowedTypes() {}

    static boolean contains(String mediaType) {
        return OTHERS.contains(mediaType) || IMAGES.contains(mediaType);
    }
}
